package org.emcsettlement.settlement.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.WorkedCase;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Statement;

/**
 * The statements of the published worked cases, with all their variants and of every period that
 * their evidence covers.
 */
final class WorkedStatements {

  /** Enough for a contract year of months, or three of quarters with their annual statements. */
  private static final int PERIODS = 15;

  private WorkedStatements() {}

  /** Settled once for all tests. */
  private static final class All {
    private static final Map<String, Statement> STATEMENTS = settleAll();
  }

  /** Every statement by {@code <case>[-<variant>] <period>}. */
  static Map<String, Statement> all() {
    return All.STATEMENTS;
  }

  private static Map<String, Statement> settleAll() {
    Map<String, Statement> statements = new TreeMap<>();
    for (WorkedCase published : WorkedCase.all()) {
      add(published, "", statements);
      variants(published).forEach(variant -> add(published, variant, statements));
    }
    return Collections.unmodifiableMap(statements);
  }

  /** One statement by case, variant (empty for the base) and period key; a draft. */
  static Statement of(String name, String variant, String period) {
    Settlement settlement = settlement(WorkedCase.named(name), variant);
    return settlement.settle(settlement.period(period)).orThrow().statement();
  }

  /** The same, issued on a date. */
  static Statement issued(String name, String period, LocalDate date) {
    Settlement settlement = settlement(WorkedCase.named(name), "");
    return settlement.settle(settlement.period(period), Optional.of(date)).orThrow().statement();
  }

  private static void add(WorkedCase published, String variant, Map<String, Statement> statements) {
    Settlement settlement = settlement(published, variant);
    String name = published.name() + (variant.isEmpty() ? "" : "-" + variant);
    List<StatementPeriod> periods = settlement.resolved().statements().periods();
    for (StatementPeriod period : periods.subList(0, Math.min(PERIODS, periods.size()))) {
      Optional<Settled> settled = settlement.settle(period).value();
      if (settled.isEmpty()) {
        return;
      }
      statements.put(name + " " + period.key(), settled.get().statement());
    }
  }

  private static List<String> variants(WorkedCase published) {
    Path folder = published.folder().resolve("variants");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> variants = Files.list(folder)) {
      return variants.map(variant -> variant.getFileName().toString()).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Settlement settlement(WorkedCase published, String variant) {
    try {
      Path temp = Files.createTempDirectory("worked-statements");
      Settlement settlement = WorkedCase.settlement(published.assemble(temp, variant));
      delete(temp);
      return settlement;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
