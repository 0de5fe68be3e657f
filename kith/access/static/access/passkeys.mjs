// Passkeys, by the browser's own interface (W3C Web Authentication). Everything a page needs stands in its
// data attributes, so that no script is written into a page.

const fromText = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

const named = (list) => (list || []).map((each) => ({ ...each, id: fromText(each.id) }))

async function use({ publicKey }) {
  const got = await navigator.credentials.get({
    publicKey: { ...publicKey, challenge: fromText(publicKey.challenge), allowCredentials: named(publicKey.allowCredentials) }
  })
  const { authenticatorData, clientDataJSON, signature, userHandle } = got.response
  return answer(got, {
    authenticatorData: toText(authenticatorData),
    clientDataJSON: toText(clientDataJSON),
    signature: toText(signature),
    userHandle: userHandle ? toText(userHandle) : null
  })
}

async function make({ publicKey }, form) {
  const alone = form.elements.passwordless.checked
  const made = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: fromText(publicKey.challenge),
      user: { ...publicKey.user, id: fromText(publicKey.user.id) },
      excludeCredentials: named(publicKey.excludeCredentials),
      authenticatorSelection: {
        ...publicKey.authenticatorSelection,
        residentKey: alone ? 'required' : 'discouraged',
        requireResidentKey: alone,
        ...(alone ? { userVerification: 'required' } : {})
      }
    }
  })
  const { attestationObject, clientDataJSON } = made.response
  return answer(made, {
    attestationObject: toText(attestationObject),
    clientDataJSON: toText(clientDataJSON),
    transports: made.response.getTransports ? made.response.getTransports() : []
  })
}

const answer = (credential, response) => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment,
  clientExtensionResults: credential.getClientExtensionResults(),
  response
})

async function options(form) {
  if (!form.dataset.kithAsk) return JSON.parse(form.dataset.kithOptions)
  const reply = await fetch(form.dataset.kithAsk, { headers: { Accept: 'application/json' } })
  if (!reply.ok) throw new Error('The server gave no challenge.')
  return (await reply.json()).request_options
}

for (const form of document.querySelectorAll('[data-kith-passkey]')) {
  if (!window.PublicKeyCredential) continue
  form.querySelector('[data-kith-passkey-press]').hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const trouble = form.querySelector('[data-kith-passkey-trouble]')
    trouble.hidden = true
    try {
      const act = form.dataset.kithPasskey === 'make' ? make : use
      form.querySelector('[data-kith-credential]').value = JSON.stringify(await act(await options(form), form))
      form.submit()
    } catch {
      trouble.hidden = false
    }
  })
}

document.querySelector('[data-kith-send-on]')?.requestSubmit()
