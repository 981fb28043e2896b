package org.emcsettlement.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.trail.Trail;
import org.emcsettlement.settlement.trail.TrailEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example folders are what their generator writes, and settle, verify and explain. */
class EvidenceFoldersTest {

  @TempDir Path temp;

  static List<String> names() {
    return ExampleFolder.names();
  }

  /** What the generators write is what is committed, and nothing measured comes from elsewhere. */
  @Test
  void theGeneratorsWriteTheCommittedFiles() throws IOException, InterruptedException {
    for (String program : List.of("Generate.java", "GenerateBills.java")) {
      run(ExampleFolder.ROOT.resolve(program));
    }
    Map<String, String> written = texts(temp);
    Map<String, String> committed = texts(ExampleFolder.ROOT);
    written.forEach((name, text) -> assertThat(committed).containsEntry(name, text));
    committed.keySet().removeIf(name -> !name.matches(".*/(meters|weather|registers)/[^/]*"));
    assertThat(written.keySet()).containsAll(committed.keySet());
  }

  private void run(Path program) throws IOException, InterruptedException {
    Process generator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                program.toString(),
                temp.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(generator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(generator.waitFor()).as(said).isZero();
  }

  /** All files below a folder, by name. */
  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : ExampleFolder.files(folder)) {
      texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    return texts;
  }

  /** A contract form is a page of JSON: terms, without what was measured, priced or fitted. */
  @Test
  void theTermsOfAFolderAreFewerThanEightyLines() throws IOException {
    Map<String, Long> lines = new TreeMap<>();
    texts(ExampleFolder.ROOT)
        .forEach(
            (name, text) -> {
              if (name.matches(".*/(contract|package)\\.json")) {
                lines.merge(name.substring(0, name.indexOf('/')), text.lines().count(), Long::sum);
              }
            });
    assertThat(lines).hasSize(10).allSatisfy((name, count) -> assertThat(count).isLessThan(80));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPeriodOfTheFirstYearSettlesVerifiesAndExplainsItself(String name) {
    Settlement settlement = ExampleFolder.settlement(name);
    assertThat(ExampleFolder.covered(settlement)).hasSizeGreaterThanOrEqualTo(4);
    for (StatementPeriod period : ExampleFolder.covered(settlement)) {
      Settled settled = settlement.settle(period).orThrow();
      assertThat(settlement.verify(settled.statement(), Optional.of(settled.trail())).isVerified())
          .isTrue();
      Trail read = Trail.read(new String(settled.trail().canonical(), StandardCharsets.UTF_8));
      TrailEvaluation evaluation = TrailEvaluation.of(read);
      assertThat(read.digest()).isEqualTo(settled.statement().trailDigest());
      assertThat(evaluation.wrong()).isEmpty();
      Map<String, Rational> stated = new LinkedHashMap<>();
      for (Line line : settled.statement().lines()) {
        line.amount().ifPresent(amount -> stated.put(line.id(), Rational.of(amount)));
      }
      assertThat(evaluation.lines()).isEqualTo(stated);
    }
  }

  /** The years that the office contract agrees on are the sums of its water bills. */
  @Test
  void theAgreedYearsAreTheSumsOfTheBills() {
    BaselineTerms.Years agreed =
        (BaselineTerms.Years)
            ExampleFolder.settlement("tianjin-office").resolved().contract().baselines().stream()
                .filter(terms -> terms instanceof BaselineTerms.Years)
                .findFirst()
                .orElseThrow();
    List<CsvRow> bills = ExampleFolder.rows("tianjin-office", "meters/water.csv");
    for (BaselineTerms.YearUse year : agreed.years()) {
      BigDecimal sum =
          bills.stream()
              .filter(bill -> bill.requiredDate("start").orElseThrow().getYear() == year.year())
              .map(bill -> bill.requiredDecimal("value_m3").orElseThrow())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(year.quantity()).isEqualByComparingTo(sum);
    }
  }
}
