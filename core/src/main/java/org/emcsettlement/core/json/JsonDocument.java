package org.emcsettlement.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/**
 * A JSON document being read: where findings about it go, and how a pointer into it is told to the
 * reader.
 */
public final class JsonDocument {

  private final String name;
  private final FindingCollector findings;
  private final UnaryOperator<String> origin;

  /**
   * A document.
   *
   * @param name its name in findings
   * @param findings takes what is wrong
   * @param origin tells where a pointer came from, when the document was expanded from another
   */
  public JsonDocument(String name, FindingCollector findings, UnaryOperator<String> origin) {
    this.name = name;
    this.findings = findings;
    this.origin = origin;
  }

  /**
   * Parses text into a tree; decimals keep their digits.
   *
   * @param source the text
   * @param findings takes a finding with its line if the text is not JSON
   * @return the tree, absent if it does not parse
   */
  public static Optional<JsonNode> parse(TextSource source, FindingCollector findings) {
    return source
        .text(findings)
        .flatMap(
            text -> {
              try {
                JsonNode tree = Json.reader(JsonNode.class).readTree(text);
                if (!tree.isMissingNode()) {
                  return Optional.of(tree);
                }
                findings.add(EvidenceFinding.CSV_EMPTY, Place.file(source.name()));
              } catch (JsonProcessingException notJson) {
                int line = notJson.getLocation() == null ? 1 : notJson.getLocation().getLineNr();
                findings.add(
                    EvidenceFinding.JSON_SYNTAX,
                    Place.line(source.name(), line),
                    "reason",
                    notJson.getOriginalMessage());
              }
              return Optional.empty();
            });
  }

  /**
   * Reads a document whose root is an object.
   *
   * @param <T> what is read
   * @param source the text
   * @param findings takes what is wrong
   * @param reader reads the root object
   * @return what was read, absent if anything blocks
   */
  public static <T> Optional<T> read(
      TextSource source, FindingCollector findings, Function<JsonObject, Optional<T>> reader) {
    JsonDocument document = new JsonDocument(source.name(), findings, UnaryOperator.identity());
    return parse(source, findings).flatMap(tree -> document.root(tree, reader));
  }

  /**
   * Reads the root object of a parsed tree.
   *
   * @param <T> what is read
   * @param tree the tree
   * @param reader reads the root object
   * @return what was read, absent if anything in it blocks
   */
  public <T> Optional<T> root(JsonNode tree, Function<JsonObject, Optional<T>> reader) {
    return new JsonElement(this, "", tree).object(reader);
  }

  void add(FindingCode code, String pointer, Object... arguments) {
    findings.add(code, place(pointer), arguments);
  }

  Place place(String pointer) {
    return Place.pointer(name, origin.apply(pointer));
  }

  int blockingFindings() {
    return findings.blocking();
  }
}
