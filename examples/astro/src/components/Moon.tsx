/** The moon of an evening. Its picture has no alternative here: the build gives it one. */
export default function Moon({ phase }: { phase: string }) {
  return (
    <div class="moon">
      <img src="/moon.svg" />
      <p>Moon: {phase}</p>
    </div>
  )
}
