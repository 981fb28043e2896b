package org.emcsettlement.settlement.evidence;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.json.JsonDocument;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;

/**
 * The events of {@code events.json}: {@code {"schemaVersion": 1, "events": […]}}.
 *
 * @param events the events by start and id, in whatever order the file has them
 * @param digest their identity
 */
public record EventFile(List<Event> events, InputDigest digest) {

  private static final Comparator<Event> BY_START =
      Comparator.comparing(Event::start).thenComparing(Event::id);

  /** {@return a file without events} */
  public static EventFile none() {
    return new EventFile(List.of(), new InputDigest.Builder("").build());
  }

  /**
   * Reads the file.
   *
   * @param source the text
   * @param findings takes everything that is wrong, each with its pointer
   * @return the events, absent if something blocks
   */
  public static Optional<EventFile> read(TextSource source, FindingCollector findings) {
    return JsonDocument.read(
        source,
        findings,
        root -> {
          root.schemaVersion(1);
          List<Event> events = root.objects("events", EventFile::event);
          check(events, source.name(), findings);
          List<Event> inOrder = events.stream().sorted(BY_START).toList();
          return root.build(() -> new EventFile(inOrder, digest(source.name(), inOrder)));
        });
  }

  private static InputDigest digest(String name, List<Event> events) {
    InputDigest.Builder digest = new InputDigest.Builder(name);
    events.stream().map(CanonicalJson::text).sorted().forEach(digest::row);
    return digest.build();
  }

  private static void check(List<Event> events, String file, FindingCollector findings) {
    Set<String> ids = new HashSet<>();
    for (Event event : events) {
      Place place = Place.file(file).during(event.start().toString());
      if (!ids.add(event.id())) {
        findings.add(EvidenceFileFinding.EVENT_TWICE, place, "id", event.id());
      }
      if (event.end().isPresent() && !event.end().get().isAfter(event.start())) {
        findings.add(
            EvidenceFileFinding.EVENT_DATES,
            place,
            "id",
            event.id(),
            "from",
            event.start(),
            "to",
            event.end().get());
      }
      if (event.approvedBy().isEmpty() || event.evidence().isEmpty()) {
        findings.add(EvidenceFileFinding.EVENT_NOT_APPROVED, place, "id", event.id());
      }
    }
  }

  private static Optional<Event> event(JsonObject json) {
    Event.Builder builder = Event.builder();
    json.text("id").ifPresent(builder::id);
    json.constant("kind", Event.Kind.class).ifPresent(builder::kind);
    json.text("risk").ifPresent(builder::risk);
    json.date("from").ifPresent(builder::start);
    builder.end(json.optional("to").flatMap(JsonElement::date));
    builder.commodity(
        json.optional("commodity")
            .flatMap(
                element ->
                    element.parsed(
                        Commodity::of,
                        "应为 " + Commodity.ids() + " 之一",
                        "must be one of " + Commodity.ids())));
    builder.quantity(json.optional("quantity").flatMap(JsonElement::decimal));
    builder.perDay(json.optional("perDay").flatMap(JsonElement::decimal));
    builder.driver(json.optional("driver").flatMap(JsonElement::text));
    builder.value(json.optional("value").flatMap(JsonElement::notNegative));
    json.text("reason").ifPresent(builder::reason);
    builder.approvedBy(json.optional("approvedBy").flatMap(JsonElement::text));
    builder.evidence(json.list("evidence", JsonElement::text));
    builder.method(json.optional("method").flatMap(e -> e.constant(Event.Method.class)));
    builder.standardUncertainty(
        json.optional("standardUncertainty").flatMap(JsonElement::notNegative));
    builder.staticFactor(json.optional("staticFactor").flatMap(JsonElement::text));
    return json.build(builder::build);
  }
}
