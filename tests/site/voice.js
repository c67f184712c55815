// A voice that says nothing, in place of the browser's: a test hears what it is given and decides
// when a sentence ends. Given to a page before its scripts by test_aloud.py.
(voices => {
  const heard = { said: [], rates: [], now: null, paused: false, told: [] };
  let listeners = [];
  window.heard = heard;
  window.sentenceEnds = () => {
    const one = heard.now;
    heard.now = null;
    if (one && one.onend) one.onend(new Event("end"));
  };
  window.voicesCome = () => {
    voices = [{ lang: "zh-CN", name: "测试", localService: true }];
    listeners.forEach(listener => listener());
  };
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    speak(one) { heard.now = one; heard.said.push(one.text); heard.rates.push(one.rate); },
    cancel() { heard.told.push("cancel"); heard.now = null; },
    pause() { heard.told.push("pause"); heard.paused = true; },
    resume() { if (heard.paused) heard.told.push("resume"); heard.paused = false; },
    addEventListener: (name, listener) => name === "voiceschanged" && listeners.push(listener),
  } });
})
