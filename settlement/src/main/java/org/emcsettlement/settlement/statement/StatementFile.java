package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.json.JsonDocument;

/** Reads {@code statement.json}; {@link Statement#canonical} writes it. */
public final class StatementFile {

  private static final int SHOWN = 80;

  private StatementFile() {}

  /**
   * Reads a statement.
   *
   * @param source the text
   * @param findings takes a finding if it is no statement, or one whose amounts do not add up
   * @return the statement, absent if it cannot be read
   */
  public static Optional<Statement> read(TextSource source, FindingCollector findings) {
    return JsonDocument.parse(source, findings)
        .flatMap(tree -> statement(tree, source.name(), findings));
  }

  private static Optional<Statement> statement(
      JsonNode tree, String file, FindingCollector findings) {
    try {
      return Optional.of(Json.reader(Statement.class).<Statement>readValue(tree.toString()));
    } catch (JsonMappingException unfit) {
      String pointer = pointer(unfit);
      Place place = Place.pointer(file, pointer);
      if (unfit.getCause() instanceof RuleException rule) {
        findings.add(
            StatementFinding.DOES_NOT_ADD_UP,
            place,
            "ruleZh",
            rule.zh(),
            "rule",
            String.valueOf(rule.getMessage()));
      } else {
        findings.add(StatementFinding.FORM, place, "found", shown(tree.at(pointer)));
      }
      return Optional.empty();
    } catch (JsonProcessingException unparsable) {
      throw new IllegalStateException("a parsed tree must parse again", unparsable);
    }
  }

  private static String pointer(JsonMappingException unfit) {
    return unfit.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getFieldName().replace("~", "~0").replace("/", "~1"))
        .map(step -> "/" + step)
        .collect(Collectors.joining());
  }

  private static String shown(JsonNode found) {
    String text = found.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
