package org.emcsettlement.settlement.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.clause.StandardClauses;

/**
 * A folder in which nothing is uncertain unless a test makes it so: 10,000 kWh in every month of
 * 2022 to 2024, an agreed baseline of 120,000 kWh a year, a price of 0.80, and one measure that
 * saves exactly a tenth.
 */
public final class AssessedFolder {

  private final Path folder;
  private final ObjectNode terms;

  public AssessedFolder(Path folder) {
    this.folder = folder;
    this.terms =
        (ObjectNode)
            tree(
                """
                {"schemaVersion": 1, "id": "office", "name": "Office",
                 "institution": {"name": "Institution"},
                 "term": {"start": "2025-01-01", "years": 3},
                 "history": "2022-01-01/2025-01-01",
                 "boundary": {"name": "Office", "floorArea": "2000"},
                 "commodities": [{"id": "electricity"}],
                 "meters": [{"id": "main", "commodity": "electricity"}],
                 "baselines": [{"id": "electricity", "commodity": "electricity", "source": "TABLE",
                                "period": "2022-01-01/2025-01-01", "annual": "120000"}],
                 "prices": [{"commodity": "electricity", "basis": "FIXED", "reference": "0.80"}],
                 "tax": {"mode": "INCLUSIVE", "rate": "0.06"},
                 "measures": [{"id": "lighting", "name": "Lighting", "commodity": "electricity",
                               "saving": {"low": "0.1", "likely": "0.1", "high": "0.1"},
                               "investment": "20000", "operatingCost": "1000",
                               "lifetimeYears": 10, "source": "chosen here"}],
                 "forms": [{"id": "sharing", "preset": "shared-savings/1",
                            "parameters": {"ratios": [{"fromYear": 1, "ratio": "0.7"}]}}],
                 "draws": 2}
                """);
    months("main", "10000");
  }

  static JsonNode tree(String json) {
    return Json.tree(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces a value of the file; a pointer without its last name must exist. */
  public AssessedFolder with(String pointer, String json) {
    int end = pointer.lastIndexOf('/');
    JsonNode parent = terms.at(pointer.substring(0, end));
    if (parent instanceof ObjectNode object) {
      object.set(pointer.substring(end + 1), tree(json));
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(pointer.substring(end + 1)), tree(json));
    }
    return this;
  }

  public AssessedFolder without(String key) {
    terms.remove(key);
    return this;
  }

  /** The same reading in every month of 2022 to 2024. */
  AssessedFolder months(String meter, String quantity) {
    StringBuilder rows = new StringBuilder("start,end,value_kwh\n");
    for (YearMonth month = YearMonth.of(2022, 1);
        month.getYear() < 2025;
        month = month.plusMonths(1)) {
      rows.append(month.atDay(1)).append(',').append(month.plusMonths(1).atDay(1));
      rows.append(',').append(quantity).append('\n');
    }
    return file("meters/" + meter + ".csv", rows.toString());
  }

  public AssessedFolder file(String name, String text) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  public Checked<AssessmentFolder> read() {
    file(AssessmentTerms.FILE, terms.toPrettyString());
    return AssessmentFolder.read(folder, StandardClauses.format());
  }

  public Assessment assess() {
    return AssessmentCalculation.of(read().orThrow(), StandardClauses.format()).orThrow();
  }
}
