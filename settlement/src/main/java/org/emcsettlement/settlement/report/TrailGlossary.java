package org.emcsettlement.settlement.report;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * What the names of trail nodes mean, in both languages. Names may carry an argument: {@code
 * DEGREES_BELOW(15.50)}, {@code b[HEADCOUNT_DAYS]}, {@code year-2024}.
 */
public final class TrailGlossary {

  private static final Pattern ARGUMENT = Pattern.compile("(.+?)(?:[(\\[](.+)[)\\]]|-(\\d+))");

  private static final Pattern REGRESSOR = Pattern.compile("[A-Z][A-Z_]+");

  private static final Map<String, Bilingual> NAMES =
      CsvTable.resource(TrailGlossary.class, "trail-names.csv").rows().stream()
          .collect(Collectors.toUnmodifiableMap(row -> cell(row, "name"), TrailGlossary::name));

  private TrailGlossary() {}

  private static Bilingual name(CsvRow row) {
    return new Bilingual(cell(row, "zh"), cell(row, "en"));
  }

  private static String cell(CsvRow row, String column) {
    return row.text(column).orElseThrow();
  }

  /**
   * What a name means.
   *
   * @param name the name of a node
   * @return its words; the name itself where the glossary has none, such as a line id or a name
   *     that an embedding system's own clause uses
   */
  public static Bilingual of(String name) {
    return find(name).orElseGet(() -> new Bilingual(name, name));
  }

  /** The words of a name that the glossary knows. */
  static Optional<Bilingual> find(String name) {
    Bilingual exact = NAMES.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    Matcher matcher = ARGUMENT.matcher(name);
    if (!matcher.matches() || !NAMES.containsKey(matcher.group(1)) || isProduct(name)) {
      return regressor(name);
    }
    String argument = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
    return Optional.ofNullable(NAMES.get(matcher.group(1)))
        .map(words -> new Bilingual(words.zh() + " " + argument, words.en() + " " + argument));
  }

  private static boolean isProduct(String name) {
    return REGRESSOR.matcher(name).lookingAt() && name.contains(")*");
  }

  /** A regressor that the table does not list says itself what it is. */
  private static Optional<Bilingual> regressor(String name) {
    if (!REGRESSOR.matcher(name).lookingAt()) {
      return Optional.empty();
    }
    try {
      Regressor regressor = Regressor.parse(name);
      return Optional.of(new Bilingual(regressor.zh(), regressor.en()));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
