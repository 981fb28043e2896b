package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.trail.Trail;

/**
 * The evidence folder of a contract that shares savings 70 : 30 by quarter and trues up by year.
 * All prices are fixed, so that amounts follow from quantities.
 */
final class SharedSavingsFolder {

  static final BigDecimal PRICE = new BigDecimal("3.20");
  static final BigDecimal PROVIDER_SHARE = new BigDecimal("0.70");

  /** A statement with its trail, as files hold them. */
  record Issued(Path file, JsonNode json, Trail trail) {

    JsonNode line(String id) {
      for (JsonNode line : json.path("lines")) {
        if (line.path("id").asText().equals(id)) {
          return line;
        }
      }
      throw new AssertionError("no line " + id + " in " + json.path("lines"));
    }

    Rational quantity(String id) {
      return Rational.parse(line(id).path("quantity").asText());
    }

    BigDecimal amount(String id) {
      return new BigDecimal(line(id).path("amount").asText());
    }

    /** The text of all findings of a code. */
    String findings(String code) {
      StringBuilder texts = new StringBuilder();
      for (JsonNode finding : json.path("findings")) {
        if (finding.path("code").asText().equals(code)) {
          texts.append(finding).append('\n');
        }
      }
      return texts.toString();
    }
  }

  private final Path folder;
  private final String commodity;

  private SharedSavingsFolder(Path folder, String commodity) {
    this.folder = folder;
    this.commodity = commodity;
  }

  /** Writes the folder, without an agreed baseline. */
  static SharedSavingsFolder write(
      Path folder, String commodity, String method, String drivers, SavedBuilding building)
      throws IOException {
    for (String part : new String[] {"meters", "weather"}) {
      Files.createDirectories(folder.resolve(part));
    }
    Files.writeString(
        folder.resolve("contract.json"),
        """
        {"schemaVersion": 1, "id": "building", "name": "Building",
         "parties": {"institution": {"name": "Institution"},
                     "serviceProvider": {"name": "Service provider"}},
         "term": {"start": "2025-01-01", "end": "2030-01-01"},
         "boundary": {"name": "Building"},
         "commodities": [{"id": "%1$s"}],
         "meters": [{"id": "main", "commodity": "%1$s"}],
         "baselines": [{"id": "main", "commodity": "%1$s", "source": "FITTED",
                        "period": "%2$s", "station": "site", "drivers": [%3$s],
                        "method": "%4$s"}],
         "prices": [{"commodity": "%1$s", "basis": "FIXED", "reference": "%5$s"}],
         "risks": {"weather": "INSTITUTION", "occupancy": "INSTITUTION", "other": "INSTITUTION"},
         "preset": {"name": "shared-savings/1",
                    "parameters": {"ratios": [{"fromYear": 1, "ratio": "%6$s"}]}},
         "clauses": [],
         "policies": {"acceptance": {"name": "agreed", "criteria": [
             {"statistic": "cvRmse", "relation": "AT_MOST", "threshold": "0.25"},
             {"statistic": "nmbe", "relation": "AT_MOST", "threshold": "0.005"}]}},
         "schedule": {"frequency": "QUARTERLY", "annualStatement": true},
         "tax": {"mode": "INCLUSIVE", "rate": "0.06"}}
        """
            .formatted(commodity, SavedBuilding.BASELINE, drivers, method, PRICE, PROVIDER_SHARE));
    Files.writeString(folder.resolve("weather/site.csv"), building.weatherCsv());
    Files.writeString(folder.resolve("occupancy.csv"), building.occupancyCsv());
    SharedSavingsFolder written = new SharedSavingsFolder(folder, commodity);
    written.measure(building);
    return written;
  }

  /** Replaces the readings by those that a building's meter shows now. */
  void measure(SavedBuilding building) throws IOException {
    Files.writeString(folder.resolve("meters/main.csv"), building.meterCsv());
  }

  String commodity() {
    return commodity;
  }

  /** Fits, freezes, and signs the digest. */
  Run fitAndAgree() throws IOException {
    Run fit = Run.emc("fit", folder, "--freeze");
    assertThat(fit.err()).as(fit.all()).contains("baselines/main.json  \"digest\"");
    String digest = fit.err().replaceAll("(?s).*\"digest\": \"([0-9a-f]{64})\".*", "$1");
    Path contract = folder.resolve("contract.json");
    Files.writeString(
        contract,
        Files.readString(contract)
            .replace("\"method\":", "\"digest\": \"" + digest + "\", \"method\":"));
    return fit;
  }

  JsonNode frozen() throws IOException {
    return Json.tree(Files.readAllBytes(folder.resolve("baselines/main.json")));
  }

  Path events() {
    return folder.resolve("events.json");
  }

  /** Settles a period and issues its statement. */
  Issued settle(String period) throws IOException {
    Path out = folder.resolveSibling("out-" + period);
    Run settled =
        Run.emc("settle", folder, "--period", period, "--issued", "2026-02-01", "--out", out);
    assertThat(settled.code()).as(settled.all()).isZero();
    Path file = out.resolve("statement.json");
    return new Issued(
        file,
        Json.tree(Files.readAllBytes(file)),
        Trail.read(Files.readString(out.resolve("trail.json"), StandardCharsets.UTF_8)));
  }

  Run verify(Issued issued) {
    return Run.emc("verify", folder, issued.file());
  }

  /** Verifies, and fits the baseline again. */
  Run refit(Issued issued) {
    return Run.emc("verify", folder, issued.file(), "--refit");
  }
}
