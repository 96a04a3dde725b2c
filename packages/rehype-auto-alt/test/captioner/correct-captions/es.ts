import type { CaptionParts } from './parts.ts'

export const es: CaptionParts = {
  subjects: [
    'Un perro marrón con collar azul',
    'Dos ciclistas con chaquetas amarillas',
    'Una mochila roja de cuero con dos bolsillos',
    'Tres niños con paraguas',
    'Un viejo barco de pesca con la vela rota',
    'Un plato de sopa de tomate con hojas de albahaca',
    'Una bicicleta negra con una cesta de mimbre',
    'Una persona con un impermeable verde',
    'Varias sillas de madera y una mesa redonda',
    'Un gato gris de patas blancas'
  ],
  places: [
    'delante de una pequeña casa de ladrillo',
    'a la orilla de un lago helado',
    'en una calle estrecha del casco antiguo',
    'junto a una ventana grande',
    'bajo un castaño muy alto'
  ],
  details: [
    ', con montañas nevadas al fondo',
    ' mientras el sol se pone detrás de las colinas',
    ', en una vista desde arriba'
  ],
  drawings: [
    'Captura de pantalla de los ajustes',
    'Gráfico de barras de las ventas mensuales',
    'Esquema del ciclo del agua',
    'Mapa de las líneas de autobús',
    'Tabla de los horarios de apertura'
  ],
  contents: [
    ' con un campo de búsqueda sobre tres columnas',
    ' con flechas entre cuatro recuadros rotulados',
    ', con la última fila resaltada',
    ' con una leyenda abajo a la derecha'
  ],
  mixed: [
    'Panel de Grafana con gráficos de CPU, memoria y red',
    'Botón «Save changes and continue» debajo del formulario',
    'El Golden Gate de San Francisco cubierto de niebla',
    'David Bowie en un concierto en el Madison Square Garden',
    'Flujo de trabajo de GitHub Actions con los pasos build, test y deploy',
    'Portada del disco «Abbey Road» de los Beatles',
    'Terminal con la salida de git status y npm install',
    'El puente de Rialto sobre el Canal Grande de Venecia',
    'Clúster de Kubernetes con tres nodos y un balanceador de carga',
    'Smoothie de mango con granola en un vaso de cristal'
  ]
}
