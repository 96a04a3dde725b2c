const userInfo = /([a-z][a-z0-9+.-]*:\/\/)\S*@/giu
const secret = /([?&;](?:[\w-]*(?:pass|pwd|token|key|secret|auth)[\w-]*)=)[^\s&;#]*/giu

/** A text without the user names, passwords and keys that stand in the URLs in it. */
export function hideCredentials(text: string): string {
  return text.replace(userInfo, '$1').replace(secret, '$1…')
}
