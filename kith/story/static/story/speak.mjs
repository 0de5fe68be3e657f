// Recording a voice on this page. Without this the same field opens the device's own recorder.
const LONGEST = 600; // seconds
const KINDS = [
  ["audio/mp4", "m4a"],
  ["audio/webm", "webm"],
  ["audio/ogg", "ogg"],
];

const input = document.querySelector("input[type=file][name=voice]");
if (input && window.DataTransfer && window.MediaRecorder && navigator.mediaDevices?.getUserMedia) offer(input);

function offer(input) {
  const press = document.createElement("button");
  press.type = "button";
  press.className = "govuk-button govuk-button--secondary";
  press.textContent = "Record here";
  const said = document.createElement("p");
  said.className = "govuk-hint kith-heard";
  said.setAttribute("role", "status");
  input.before(press, said);
  let recorder = null;

  press.addEventListener("click", async () => {
    if (recorder) {
      recorder.stop();
      return;
    }
    let sound;
    try {
      sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      said.textContent = "This device did not let the page listen. You can choose a recording below.";
      return;
    }
    begin(sound);
  });

  function begin(sound) {
    const [type, ending] = KINDS.find(([kind]) => MediaRecorder.isTypeSupported(kind)) ?? ["", "webm"];
    const parts = [];
    const started = Date.now();
    recorder = new MediaRecorder(sound, type ? { mimeType: type } : {});
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      clearInterval(clock);
      for (const track of sound.getTracks()) track.stop();
      const files = new DataTransfer();
      files.items.add(new File(parts, `my-voice.${ending}`, { type }));
      input.files = files.files;
      recorder = null;
      press.textContent = "Record again";
      said.textContent = `Recorded: ${seconds(started)}. It goes when you press “Send it”.`;
    });
    const clock = setInterval(() => {
      if ((Date.now() - started) / 1000 > LONGEST) recorder?.stop();
    }, 1000);
    recorder.start();
    press.textContent = "Stop";
    said.textContent = "Recording now. Press Stop when you have finished.";
  }
}

function seconds(since) {
  const passed = Math.max(1, Math.round((Date.now() - since) / 1000));
  return passed === 1 ? "1 second" : `${passed} seconds`;
}
