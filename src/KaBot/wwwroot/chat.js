// The chat page: Web Chat over our Direct Line. The person's id and the conversation's stay in this browser, so that a reload or a
// restart of the server goes on where it was.
'use strict';

(() => {
  const directLineBase = new URL('/v3/directline', location.href).href;
  const words = JSON.parse(document.getElementById('words').textContent);
  const language = document.documentElement.lang;
  const state = document.getElementById('state');
  const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));

  // Private browsing may refuse storage: then the conversation lasts as long as the page.
  const kept = {
    get: key => { try { return localStorage.getItem(key) || undefined; } catch { return undefined; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* as above */ } }
  };
  const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
  const userId = kept.get('kabot.user') || `u_${newId()}`;
  kept.set('kabot.user', userId);

  const say = text => { state.textContent = text; state.hidden = !text; };

  // Asks until the server answers: it may be starting.
  async function ticket() {
    for (;;) {
      try {
        const response = await fetch(`${directLineBase}/tokens/generate`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ user: { id: userId }, locale: language, conversationId: kept.get('kabot.conversation') })
        });
        if (response.status === 401) location.replace('/');
        if (response.ok) {
          const answer = await response.json();
          kept.set('kabot.conversation', answer.conversationId);
          return answer;
        }
      } catch { /* not there yet */ }
      say(words.offline);
      await wait(1500);
    }
  }

  // Web Chat's line does not say when its stream breaks, so the page watches the stream itself.
  class WatchedSocket extends WebSocket {
    constructor(...args) {
      super(...args);
      this.addEventListener('open', () => say(''));
      this.addEventListener('close', () => say(words.offline));
    }
  }

  async function start() {
    const { conversationId, token } = await ticket();
    window.WebSocket = WatchedSocket;
    const directLine = window.WebChat.createDirectLine({ conversationId, token, domain: directLineBase, webSocket: true, timeout: 5000, watermark: '' });
    // A second after a break, rather than 3 to 15: the server is on this machine.
    directLine.getRetryDelay = () => 1000;

    const { ExpiredToken, FailedToConnect } = { ExpiredToken: 3, FailedToConnect: 4 };
    directLine.connectionStatus$.subscribe(async status => {
      if (status === ExpiredToken) directLine.reconnect(await ticket());
      if (status === FailedToConnect) { await ticket(); location.reload(); }
    });

    const store = window.WebChat.createStore();
    window.WebChat.renderWebChat({
      directLine, store, userID: userId, locale: language, nonce: document.querySelector('main').dataset.nonce,
      styleOptions: window.KaBotLook.styleOptions, adaptiveCardsHostConfig: window.KaBotLook.hostConfig,
      attachmentForScreenReaderMiddleware: window.KaBotLook.spokenCards
    }, document.getElementById('webchat'));

    document.getElementById('hints').addEventListener('click', event => {
      const button = event.target.closest('button');
      if (button) store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: button.textContent } });
    });
    document.querySelector('[data-id="webchat-sendbox-input"]')?.focus();
  }

  for (const link of document.querySelectorAll('.languages a')) if (link.lang === language) link.setAttribute('aria-current', 'true');
  start();
})();
