/**
 * Words that say no more than that there is an image, or that somebody meant to write something. Alone or numbered
 * they are no alternative, in whatever language the page is.
 */
const byLanguage: Readonly<Record<string, readonly string[]>> = {
  en: [
    'image|images|img|imgs|picture|pictures|pic|pics|photo|photos|photograph|graphic|graphics|figure|fig|illustration',
    'drawing|icon|icons|logo|banner|thumbnail|screenshot|screen shot|screen capture|chart|graph|diagram',
    'placeholder|untitled|unnamed|no ?name|no ?title|alt|alt ?text|alternative text|image alt|image alt text',
    'image description|description|image here|image placeholder|featured image|cover image|hero image|header image',
    'background image|decorative|decorative image|spacer|todo|to-do|tbd|fixme|xxx|null|undefined|n/a|lorem ipsum',
    'add alt text|insert alt text|alt text here|no alt|no alt text|missing alt|missing alt text'
  ],
  de: [
    'bild|bilder|foto|fotos|grafik|abbildung|abb|zeichnung|symbolbild|platzhalter|unbenannt|ohne titel|bildschirmfoto',
    'diagramm|alternativtext|bildbeschreibung|vorschaubild|titelbild|beschreibung'
  ],
  es: [
    'imagen|imágenes|foto|fotos|fotografía|figura|ilustración|gráfico|dibujo|icono|ícono|captura|captura de pantalla',
    'sin título|marcador de posición|texto alternativo|descripción de la imagen|imagen destacada'
  ],
  fr: [
    "image|images|photo|photos|photographie|figure|illustration|graphique|dessin|icône|capture|capture d[’']écran",
    "sans titre|texte alternatif|description de l[’']image|image à la une|schéma"
  ],
  pt: [
    'imagem|imagens|foto|fotos|fotografia|figura|ilustração|gráfico|desenho|ícone|captura de tela|captura de ecrã',
    'sem título|texto alternativo|descrição da imagem|imagem destacada'
  ],
  it: [
    'immagine|immagini|foto|fotografia|figura|illustrazione|grafico|disegno|icona|logotipo|schermata',
    'senza titolo|segnaposto|testo alternativo|descrizione immagine|immagine in evidenza'
  ],
  nl: [
    'afbeelding|afbeeldingen|plaatje|foto|figuur|illustratie|tekening|grafiek|pictogram|schermafbeelding',
    'naamloos|zonder titel|alternatieve tekst|tijdelijke aanduiding'
  ],
  pl: [
    'obraz|obrazek|obrazy|zdjęcie|zdjęcia|fotografia|rysunek|ilustracja|grafika|ikona|zrzut ekranu|wykres',
    'bez tytułu|bez nazwy|tekst alternatywny'
  ],
  ru: [
    'изображение|изображения|картинка|картинки|фото|фотография|рисунок|иллюстрация|иконка|значок|логотип|график',
    'скриншот|снимок экрана|без названия|альтернативный текст|заглушка|описание изображения'
  ],
  tr: ['görsel|resim|fotoğraf|şekil|simge|çizim|ekran görüntüsü|başlıksız|adsız|alternatif metin'],
  ja: [
    '画像|写真|図|図版|イラスト|アイコン|ロゴ|バナー|スクリーンショット|サムネイル|名称未設定|無題|代替テキスト|プレースホルダー'
  ],
  zh: [
    '图片|圖片|图像|圖像|照片|图|圖|插图|插圖|图标|圖標|标志|截图|截圖|屏幕截图|未命名|无标题|無標題|占位符|替代文字|替代文本'
  ],
  ko: ['이미지|사진|그림|아이콘|로고|스크린샷|제목 없음|대체 텍스트']
}

/** The words as one alternation, for a regular expression that ignores case. */
export const placeholderWords: string = [
  ...new Set(Object.values(byLanguage).flat().join('|').split('|'))
].join('|')
