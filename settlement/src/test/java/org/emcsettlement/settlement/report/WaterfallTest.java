package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.emcsettlement.settlement.report.ParsedPage.at;
import static org.emcsettlement.settlement.report.ParsedPage.elements;
import static org.emcsettlement.settlement.report.ParsedPage.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The way from the baseline cost to the net payable. */
class WaterfallTest {

  private static List<List<String>> rows(Statement statement) {
    ParsedPage page = ParsedPage.of(StatementPage.html(statement));
    return ParsedPage.rows(page.figure("waterfall"));
  }

  private static List<String> steps(String name, String variant, String period) {
    return rows(WorkedStatements.of(name, variant, period)).stream()
        .map(row -> row.get(1).isEmpty() ? row.get(2) : row.get(1))
        .toList();
  }

  /** As read from the page: every change leads to the next amount, the last is the net payable. */
  @Test
  void stepsAddUpToTheNetPayable() {
    List<String> shown = new ArrayList<>();
    WorkedStatements.all()
        .forEach(
            (name, statement) -> {
              ParsedPage page = ParsedPage.of(StatementPage.html(statement));
              for (Element section : page.sections("金额的由来")) {
                shown.add(name);
                List<List<String>> rows = ParsedPage.rows(section);
                BigDecimal running = number(rows.get(0).get(2));
                for (List<String> row : rows) {
                  running = row.get(1).isEmpty() ? running : running.add(number(row.get(1)));
                  assertThat(number(row.get(2))).as(name).isEqualTo(running);
                }
                assertThat(running).as(name).isEqualTo(statement.totals().netPayable());
                drawn(name, section, rows);
              }
            });
    assertThat(shown).hasSizeGreaterThan(140);
    // where one amount is owed as it stands, there is no way to show
    assertThat(WorkedStatements.all().entrySet())
        .filteredOn(entry -> !shown.contains(entry.getKey()))
        .allSatisfy(entry -> assertThat(owed(entry.getValue())).isLessThanOrEqualTo(1));
  }

  private static long owed(Statement statement) {
    return statement.lines().stream()
        .filter(line -> line.role() == LineRole.PAYABLE)
        .filter(line -> line.amount().orElseThrow().signum() != 0)
        .count();
  }

  /** Bars are as long as their amounts, and each begins where the one before ended. */
  private static void drawn(String name, Element section, List<List<String>> rows) {
    List<Element> bars =
        elements(section, "rect").stream().filter(bar -> bar.hasAttribute("x")).toList();
    assertThat(bars).as(name).hasSameSizeAs(rows);
    double zero = at(elements(section, "line", "zero").get(0), "x1");
    double unit = 0;
    double largest = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (Math.abs(change(rows.get(i))) > largest) {
        largest = Math.abs(change(rows.get(i)));
        unit = at(bars.get(i), "width") / largest;
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      boolean level = rows.get(i).get(1).isEmpty();
      double change = change(rows.get(i));
      double reached = zero + unit * number(rows.get(i).get(2)).doubleValue();
      double left = at(bars.get(i), "x");
      double width = at(bars.get(i), "width");
      assertThat(bars.get(i).getAttribute("class"))
          .as(name)
          .isEqualTo(level ? "level" : change > 0 ? "rise" : "fall");
      // a change too small to be seen is drawn as a thin line
      assertThat(width).as(name).isCloseTo(Math.max(unit * Math.abs(change), 0.8), within(0.1));
      double from = level ? zero : reached - unit * change;
      assertThat(left).as(name).isCloseTo(Math.min(from, reached), within(0.1));
    }
  }

  /** What a bar stands for: a change, or the amount reached. */
  private static double change(List<String> row) {
    return number(row.get(1).isEmpty() ? row.get(2) : row.get(1)).doubleValue();
  }

  /** China-emc, case 1: every amount but the two differences is printed there. */
  @Test
  void annualHostingFee() {
    assertThat(steps("case-1-hosting", "", "Y1"))
        .containsExactly(
            "1,127,773.90",
            "43,677.03",
            "1,171,450.93",
            "-46,858.04",
            "1,124,592.89",
            "-2,249.19",
            "1,122,343.70",
            "-866,130.36",
            "256,213.34");
  }

  /** Settlement-methods, E14, month 5: savings fill the deficit before they are shared. */
  @Test
  void sharedSavingsAfterADeficit() {
    assertThat(steps("e14-negative-months", "", "2025-05"))
        .containsExactly(
            "100,000.00",
            "-80,000.00",
            "20,000.00",
            "-13,500.00",
            "6,500.00",
            "-1,950.00",
            "4,550.00");
  }

  /** The deadband of E14, month 3: 800 counts as zero, so nothing is shared or owed. */
  @Test
  void savingsInsideTheDeadband() {
    List<List<String>> rows = rows(WorkedStatements.of("e14-negative-months", "", "2025-03"));
    assertThat(rows).anyMatch(row -> row.get(0).startsWith("免调区间") && row.get(1).equals("-800.00"));
    assertThat(rows.get(rows.size() - 1).get(2)).isEqualTo("0.00");
  }

  @Test
  void aChangeOfZeroDoesNotShow() {
    Waterfall waterfall =
        new Waterfall()
            .start(label("a"), new BigDecimal("5.00"))
            .change(label("b"), BigDecimal.ZERO);
    assertThat(waterfall.steps()).hasSize(1);
    assertThat(waterfall.hasChange()).isFalse();
  }

  @Test
  void aLevelThatTheStepsDoNotReachIsRefused() {
    Waterfall waterfall = new Waterfall().start(label("a"), new BigDecimal("5.00"));
    waterfall.change(label("b"), new BigDecimal("-1.00"));
    assertThatThrownBy(() -> waterfall.level(label("c"), new BigDecimal("4.01")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("4.01")
        .hasMessageContaining("4.00");
    assertThat(waterfall.level(label("c"), new BigDecimal("4.00")).steps()).hasSize(3);
  }

  private static Bilingual label(String text) {
    return new Bilingual(text, text);
  }
}
