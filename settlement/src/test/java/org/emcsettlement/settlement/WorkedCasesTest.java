package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.trail.Node;
import org.emcsettlement.settlement.trail.Trail;
import org.emcsettlement.settlement.trail.TrailEvaluation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The published worked cases, from files to the fen, with every intermediate amount they print. */
class WorkedCasesTest {

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> everyPublishedFigureIsReproduced() {
    return WorkedCase.all().stream()
        .map(published -> DynamicTest.dynamicTest(published.name(), () -> check(published)));
  }

  private void check(WorkedCase published) throws IOException {
    Map<String, List<CsvRow>> statements = new LinkedHashMap<>();
    for (CsvRow row : published.expectations()) {
      String key = row.text("variant").orElse("") + "@" + row.requiredText("period").orElseThrow();
      statements.computeIfAbsent(key, unused -> new ArrayList<>()).add(row);
    }
    Map<String, Settlement> settlements = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, List<CsvRow>> entry : statements.entrySet()) {
      String variant = entry.getKey().substring(0, entry.getKey().indexOf('@'));
      String period = entry.getKey().substring(entry.getKey().indexOf('@') + 1);
      if (!settlements.containsKey(variant)) {
        settlements.put(variant, WorkedCase.settlement(published.assemble(temp, variant)));
      }
      Settlement settlement = settlements.get(variant);
      assertThat(settlement).isNotNull();
      Settled settled = settlement.settle(settlement.period(period)).orThrow();
      checkTrail(settled);
      for (CsvRow row : entry.getValue()) {
        String item = row.requiredText("item").orElseThrow();
        String expected = row.requiredText("value").orElseThrow();
        if (!matches(settled, item, expected)) {
          wrong.add(
              entry.getKey()
                  + " "
                  + item
                  + ": expected "
                  + expected
                  + ", found "
                  + found(settled, item));
        }
      }
    }
    assertThat(wrong).as(published.name()).isEmpty();
  }

  /** Evaluating the trail from its facts and parameters gives the statement. */
  private static void checkTrail(Settled settled) {
    Trail read =
        Trail.read(
            new String(settled.trail().canonical(), java.nio.charset.StandardCharsets.UTF_8));
    assertThat(read.digest()).isEqualTo(settled.statement().trailDigest());
    TrailEvaluation evaluation = TrailEvaluation.of(read);
    assertThat(evaluation.wrong()).isEmpty();
    Map<String, Rational> amounts = new LinkedHashMap<>();
    for (Line line : settled.statement().lines()) {
      line.amount().ifPresent(amount -> amounts.put(line.id(), Rational.of(amount)));
    }
    assertThat(evaluation.lines()).isEqualTo(amounts);
  }

  private static boolean matches(Settled settled, String item, String expected) {
    if (item.equals("total:words")) {
      return settled.statement().totals().words().equals(expected);
    }
    boolean rounded = expected.startsWith("≈");
    BigDecimal value = new BigDecimal(rounded ? expected.substring(1) : expected);
    return values(settled, item).stream()
        .anyMatch(
            found ->
                rounded
                    ? found.round(value.scale(), RoundingMode.HALF_UP).compareTo(value) == 0
                    : found.equals(Rational.of(value)));
  }

  private static String found(Settled settled, String item) {
    return values(settled, item).stream()
        .map(value -> value.round(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString())
        .toList()
        .toString();
  }

  private static List<Rational> values(Settled settled, String item) {
    Statement statement = settled.statement();
    String kind = item.substring(0, item.indexOf(':'));
    String name = item.substring(item.indexOf(':') + 1);
    return switch (kind) {
      case "line" -> List.of(Rational.of(line(statement, name).amount().orElseThrow()));
      case "ytd" -> List.of(Rational.of(line(statement, name).yearToDate().orElseThrow()));
      case "quantity" -> List.of(line(statement, name).quantity().orElseThrow());
      case "exact" -> List.of(line(statement, name).exact().orElseThrow());
      case "price" -> List.of(line(statement, name).unitPrice().orElseThrow());
      case "net" -> List.of(Rational.of(tax(statement, name).net()));
      case "tax" -> List.of(Rational.of(tax(statement, name).tax()));
      case "rate" -> List.of(rate(statement, name));
      case "sum" -> List.of(sum(statement, name));
      case "balance" -> List.of(balance(statement, name));
      case "total" -> List.of(total(statement, name));
      case "node" -> nodes(settled.trail(), name);
      default -> throw new IllegalArgumentException(item);
    };
  }

  private static Line line(Statement statement, String id) {
    return statement
        .line(id)
        .orElseThrow(
            () ->
                new AssertionError(
                    "no line "
                        + id
                        + " among "
                        + statement.lines().stream().map(Line::id).toList()));
  }

  private static LineTax tax(Statement statement, String id) {
    return line(statement, id).tax().orElseThrow();
  }

  private static Rational rate(Statement statement, String useAndCommodity) {
    String[] parts = useAndCommodity.split("/", -1);
    Rational avoided = line(statement, parts[0] + ".avoided/" + parts[1]).quantity().orElseThrow();
    Rational adjusted =
        line(statement, parts[0] + ".adjusted/" + parts[1]).quantity().orElseThrow();
    return avoided.dividedBy(adjusted);
  }

  private static Rational sum(Statement statement, String ids) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String id : ids.split(" ", -1)) {
      sum = sum.add(line(statement, id).amount().orElseThrow());
    }
    return Rational.of(sum);
  }

  private static Rational balance(Statement statement, String name) {
    return statement.balances().stream()
        .filter(balance -> balance.name().equals(name))
        .map(balance -> Rational.of(balance.closing()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no balance " + name));
  }

  private static Rational total(Statement statement, String name) {
    return Rational.of(
        switch (name) {
          case "net" -> statement.totals().net();
          case "tax" -> statement.totals().tax();
          case "gross" -> statement.totals().gross();
          case "netPayable" -> statement.totals().netPayable();
          default -> throw new IllegalArgumentException(name);
        });
  }

  private static List<Rational> nodes(Trail trail, String nameAndScope) {
    String name = nameAndScope.substring(0, nameAndScope.indexOf('@'));
    String scope = nameAndScope.substring(nameAndScope.indexOf('@') + 1);
    return trail.nodes().stream()
        .filter(node -> node.name().equals(name) && node.scope().equals(scope))
        .map(Node::value)
        .toList();
  }
}
