// SPDX-License-Identifier: EUPL-1.2
// Reads calendars with ical.js, the parser of Thunderbird: one calendar in base64 per line comes in,
// one line of JSON goes out, with moments as seconds since 1970 and days as they are written.
import readline from "node:readline";
import ICAL from "ical.js";

const seen = (time) => {
  if (time === null) return null;
  return time.isDate ? time.toString() : time.toUnixTime();
};

const events = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return calendar.getAllSubcomponents("vevent").map((event) => ({
    uid: event.getFirstPropertyValue("uid"),
    start: seen(event.getFirstPropertyValue("dtstart")),
    end: seen(event.getFirstPropertyValue("dtend")),
    summary: event.getFirstPropertyValue("summary"),
    status: event.getFirstPropertyValue("status"),
    description: event.getFirstPropertyValue("description"),
    location: event.getFirstPropertyValue("location"),
  }));
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = events(Buffer.from(line, "base64").toString("utf8"));
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
