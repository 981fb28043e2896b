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

  @Test
  void theGeneratorWritesTheCommittedFiles() throws IOException, InterruptedException {
    Process generator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                ExampleFolder.ROOT.resolve("Generate.java").toString(),
                temp.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(generator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(generator.waitFor()).as(said).isZero();
    for (String name : names()) {
      assertThat(generated(temp.resolve(name))).isEqualTo(generated(ExampleFolder.named(name)));
    }
  }

  /** The files that hold series, by name. */
  private static Map<String, String> generated(Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (Path file : ExampleFolder.files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (name.matches("(meters|weather)/.*|occupancy.csv|truth.csv")) {
        files.put(name, Files.readString(file));
      }
    }
    return files;
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
