package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.packages.ConsolidatedStatement;
import org.emcsettlement.settlement.trail.Node;
import org.emcsettlement.settlement.trail.TrailEvaluation;
import org.junit.jupiter.api.Test;

/** Example E9 of settlement-methods, from files to the fen, with every figure it prints. */
class PackageCasesTest {

  private static final Rational FEN = Rational.of(100);

  private static Path folder() {
    try {
      return Path.of(
          Objects.requireNonNull(PackageCasesTest.class.getResource("packages/e9-allocation"))
              .toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SettledPackage settled() {
    PackageSettlement settlement =
        PackageSettlement.of(PackageFolder.read(folder(), MonthlyContract.FORMAT).orThrow());
    return settlement.settle(settlement.statements().find("Y1"), Optional.empty()).orThrow();
  }

  /** A joint cost is called by what it is for, here the weights it is allocated by. */
  @Test
  void aJointCostIsNamed() {
    SettledPackage settled = settled();
    assertThat(settled.consolidated().allocations())
        .extracting(allocated -> allocated.label().zh())
        .contains("共同费用：1:1:1", "共同费用：75:25");
    assertThat(settled.members().get("a"))
        .extracting(
            own -> own.statement().line("package.thirds").orElseThrow().remark().orElseThrow().zh())
        .asString()
        .startsWith("1:1:1：打包合同 e9 ");
  }

  @Test
  void everyPrintedFigureIsReproduced() {
    SettledPackage settled = settled();
    List<String> wrong = new ArrayList<>();
    List<CsvRow> rows =
        CsvTable.read(
                TextSource.of(folder(), folder().resolve("expected.csv")), new FindingCollector())
            .orElseThrow()
            .rows();
    assertThat(rows).hasSize(34);
    for (CsvRow row : rows) {
      String expected = row.requiredText("value").orElseThrow();
      String found =
          found(
              settled,
              row.requiredText("line").orElseThrow(),
              row.text("member").orElse(""),
              row.requiredText("item").orElseThrow(),
              expected);
      if (!found.equals(expected)) {
        wrong.add(row.place().describe() + ": expected " + expected + ", found " + found);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String found(
      SettledPackage settled, String line, String member, String item, String expected) {
    ConsolidatedStatement.Allocated allocated =
        settled.consolidated().allocations().stream()
            .filter(part -> part.line().equals(line))
            .findFirst()
            .orElseThrow();
    BigDecimal part = allocated.members().getOrDefault(member, BigDecimal.ZERO);
    return switch (item) {
      case "sum" -> allocated.amount().toPlainString();
      case "allocated" -> {
        Settled own = Objects.requireNonNull(settled.members().get(member));
        assertThat(own.statement().line("package." + line).orElseThrow().amount())
            .as("%s of %s in its own statement", line, member)
            .contains(part);
        yield part.toPlainString();
      }
      case "floor" -> quota(settled, line, member).floor().toString();
      case "fraction" -> {
        Rational quota = quota(settled, line, member);
        yield rounded(quota.minus(Rational.of(quota.floor(), BigInteger.ONE)), expected);
      }
      default -> rounded(quota(settled, line, member), expected);
    };
  }

  private static String rounded(Rational value, String expected) {
    int scale = new BigDecimal(expected).scale();
    return value.round(scale, RoundingMode.HALF_UP).toPlainString();
  }

  /** The exact quota in fen, from the trail of the member's own statement. */
  private static Rational quota(SettledPackage settled, String line, String member) {
    return Objects.requireNonNull(settled.members().get(member)).trail().nodes().stream()
        .filter(node -> node.name().equals("allocation-quota"))
        .filter(node -> node.scope().equals(line))
        .map(Node::value)
        .findFirst()
        .orElseThrow()
        .times(FEN);
  }

  @Test
  void everyTrailReplays() {
    SettledPackage settled = settled();
    assertThat(TrailEvaluation.of(settled.joint().orElseThrow().trail()).wrong()).isEmpty();
    for (Settled own : settled.members().values()) {
      assertThat(own.trail().digest()).isEqualTo(own.statement().trailDigest());
      assertThat(TrailEvaluation.of(own.trail()).wrong()).isEmpty();
    }
  }

  /** What was settled jointly is posted by the members; nothing of it remains to be paid. */
  @Test
  void theJointStatementComesToNothing() {
    Settled joint = settled().joint().orElseThrow();
    assertThat(joint.statement().totals().netPayable()).isEqualByComparingTo("0");
    assertThat(joint.statement().line("fee").orElseThrow().amount())
        .contains(new BigDecimal("512345.67"));
  }
}
