package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.Json;

/** Reads {@code statement.json}; {@link Statement#canonical} writes it. */
public final class StatementFile {

  private StatementFile() {}

  /**
   * Reads a statement.
   *
   * @param source the text
   * @param findings takes a finding if it is no statement
   * @return the statement, absent if it cannot be read
   */
  public static Optional<Statement> read(TextSource source, FindingCollector findings) {
    return source
        .text(findings)
        .flatMap(
            text -> {
              try {
                return Optional.of(Json.reader(Statement.class).<Statement>readValue(text));
              } catch (JsonProcessingException invalid) {
                findings.add(
                    EvidenceFinding.JSON_SYNTAX,
                    Place.file(source.name()),
                    "reason",
                    invalid.getOriginalMessage());
                return Optional.empty();
              }
            });
  }
}
