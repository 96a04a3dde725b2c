import type { StyleWords } from './style-words.ts'

export const spanish: StyleWords = {
  spaced: true,
  people: [
    'personas?|gente|niños|bebés?|adult[oa]s?|parejas?|familias?|amigos|jugador(?:es)?|trabajador(?:es)?|estudiantes?|turistas?',
    'deportistas?|médicos?|profesor(?:es)?|ciclistas?|soldados?|cocineros?|músicos?|cantantes?|bailarines|grupo|chicos'
  ],
  gendered: [
    // The last is a pronoun with nobody before it.
    'actri(?:z|ces)|azafatas?|policías? mujer|sobrin[oa]s?|niet[oa]s?|suegr[oa]s?|cuñad[oa]s?|(?<=^)(?:Ellas?|Él)(?= \\p{Ll})',
    'hombres?|mujer(?:es)?|señoras?|señor(?:es)?|señoritas?|damas?|caballeros?|niño|niñas?|chico|chicas?|muchach[oa]s?|varón|varones',
    'madres?|mamá|padre|papá|abuel[oa]s?|hij[oa]s?|herman[oa]s?|espos[oa]s?|novi[oa]s?|tías?|tíos?|camarera|jugadoras?|bailarinas?',
    'trabajadoras?|profesoras?|doctoras?|enfermeras?|empresarias?|cocineras?'
  ],
  age: [
    '(?<=(?<!\\p{L})(?:un|una|el|la) )joven(?! (?:árbol|planta|elefante|perro|gato|león))|ancian[oa]s?|adolescentes?|jovencit[oa]s?|jóvenes|de mediana edad|tercera edad|octogenari[oa]s?|de (?:unos )?\\d+ años de edad'
  ],
  ethnicity: [
    'caucásic[oa]s?|de (?:piel|tez) (?:oscura|clara|morena)|de (?:origen|rasgos|ascendencia) (?:asiátic[oa]s?|african[oa]s?|árabe)|afroamerican[oa]s?'
  ],
  feelings: [
    'felizmente|alegremente|tristemente|con (?:alegría|orgullo|tristeza|entusiasmo)|disfruta(?:n|ndo)?|divirtiéndose|felices'
  ],
  ofPeople: {
    gender: ['femenin[oa]s?|masculin[oa]s?'],
    age: ['joven|viej[oa]s?|pequeñ[oa]s?(?= (?:niñ|chic))|mayor(?:es)?'],
    ethnicity: [
      'asiátic[oa]s?|african[oa]s?|negr[oa]s?|blanc[oa]s?|latin[oa]s?|hispan[oa]s?|árabes?|indi[oa]s?|chin[oa]s?|japones(?:a|es|as)?|europe[oa]s?'
    ],
    feelings: [
      'feliz|alegres?|tristes?|enojad[oa]s?|emocionad[oa]s?|orgullos[oa]s?|preocupad[oa]s?|nervios[oa]s?|aburrid[oa]s?|enfadad[oa]s?'
    ]
  },
  between: ['y|muy|alt[oa]s?|sonrientes?'],
  copula: ['(?:que )?(?:está|están|es|son|parece|parecen)'],
  praise: [
    'hermos[oa]s?|bellísim[oa]s?|bell[oa]s?|preciosas?|preciosos?|impresionantes?|espectacular(?:es)?|maravillos[oa]s?|increíbles?|encantador(?:a|es|as)?',
    'deslumbrantes?|asombros[oa]s?|pintoresc[oa]s?|idílic[oa]s?|adorables?|delicios[oa]s?|majestuos[oa]s?|bonit[oa]s?|lind[oa]s?|magnífic[oa]s?'
  ],
  camera: [
    '(?:primer|primerísimo) plano de|plano (?:general|medio|cenital|detalle) de|toma (?:aérea|panorámica) de|capturad[oa]s? (?:en|por|desde|con)|fondo (?:desenfocado|borroso)',
    '(?:parte|lado|fondo|centro|esquina|borde)(?: (?:superior|inferior|izquierd[oa]|derech[oa]))? de la (?:imagen|foto|fotografía)|(?:la|esta) (?:imagen|foto|fotografía) (?:muestra|es|fue|captura|presenta)'
  ],
  harmless: [
    '(?:zapatillas?|bolsos?|camisas?|camisetas?|relojes|reloj|perfumes?|chaquetas?|abrigos?|bicicletas?) (?:de|para) (?:hombres?|mujer(?:es)?|señoras?|caballeros?|niñ[oa]s?)',
    'hombres? (?:rana|de nieve)|hombre orquesta|traje de hombre|(?:baño|aseo|ropa|zapatos|calzado) (?:de|para) (?:hombres?|mujer(?:es)?|señoras?|caballeros?|niñas?|niño)|día (?:de la|del) (?:madre|padre)|madre (?:tierra|naturaleza)|placa madre|(?:casa|lengua|célula) madre|padre (?:nuestro|noel)',
    '(?:elefant[ea]|os[oa]|gat[oa]|perr[oa]|leon[a]?|vaca|pat[oa]) (?:madre|padre|hij[oa])|damas chinas|nuestra señora|feliz (?:cumpleaños|navidad|año)|cara (?:feliz|triste)|bebé (?:elefante|panda)|bellas artes|juego de damas|blanco y negro'
  ],
  artworks: [
    '(?:estatua|escultura|busto|figura|cuadro|pintura|fresco|mosaico|relieve|muñeca|muñeco|monumento|grabado)s?'
  ],
  shows: ['de|que representa|con|que muestra']
}
