export {
  type KeepIntentPlugin,
  type MarkIntentPlugin,
  satteriKeepIntent,
  satteriMarkIntent
} from './mark-intent.ts'
