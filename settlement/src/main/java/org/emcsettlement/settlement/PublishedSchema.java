package org.emcsettlement.settlement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The JSON Schemas (draft 2020-12) of the files that others write or read. A schema describes the
 * shape of a file; what no schema can say, such as that ratios add up to 1, its reader checks.
 */
public enum PublishedSchema {
  /** {@code contract.json}, as written by hand or with presets expanded. */
  CONTRACT,
  /** {@code package.json}, the joint terms of several institutions. */
  PACKAGE,
  /** {@code baselines/<id>.json}, a frozen baseline. */
  BASELINE,
  /** {@code tariffs/<id>.json}, a utility tariff. */
  TARIFF,
  /** {@code statement.json}. */
  STATEMENT,
  /** {@code fit.json}, a fit that explains itself. */
  FIT,
  /** {@code indicators.json}, the standing of an institution for its indicators. */
  INDICATORS,
  /** {@code report.json}, the indicators of a year. */
  REPORT,
  /** {@code assessment.json}, what is assessed before a contract. */
  ASSESSMENT,
  /** {@code proposal.json}, what an assessment proposes. */
  PROPOSAL;

  /** {@return the stable name, e.g. {@code contract}} */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Looks a schema up.
   *
   * @param code its stable name
   * @return the schema
   * @throws IllegalArgumentException if there is none of that name
   */
  public static PublishedSchema of(String code) {
    List<String> codes = Arrays.stream(values()).map(PublishedSchema::code).toList();
    int index = codes.indexOf(code);
    if (index < 0) {
      throw new IllegalArgumentException("schema \"" + code + "\" is unknown; known: " + codes);
    }
    return values()[index];
  }

  /** {@return the JSON text of the schema} */
  public String text() {
    String text = resource("schema/" + code() + ".json");
    return switch (this) {
      case CONTRACT -> ContractSchema.text(text);
      case PACKAGE -> PackageSchema.text(text);
      case ASSESSMENT -> AssessmentSchema.text(text);
      default -> text;
    };
  }

  static String resource(String resource) {
    try (InputStream stream = PublishedSchema.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            "resource " + resource + " is not packaged beside " + PublishedSchema.class);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
