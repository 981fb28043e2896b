package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emcsettlement.settlement.report.ParsedPage.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.Posting;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.Totals;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * Parsing every rendered amount gives back the posted amount (settlement-methods, property 56), and
 * what is read from the page adds up to what is to be paid.
 */
class PageAmountsTest {

  private static final Map<String, Statement> ALL = WorkedStatements.all();

  private static void onEveryPage(BiConsumer<Statement, ParsedPage> check) {
    ALL.forEach(
        (name, statement) -> {
          try {
            check.accept(statement, ParsedPage.of(StatementPage.html(statement)));
          } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError(name + ": " + wrong.getMessage(), wrong);
          }
        });
  }

  private static List<BigDecimal> amounts(Statement statement, LineRole... roles) {
    return statement.lines().stream()
        .filter(line -> List.of(roles).contains(line.role()))
        .flatMap(line -> line.amount().stream())
        .toList();
  }

  /** The rows of the sections that hold lines with amounts, a cell being counted from the right. */
  private static List<List<String>> lineRows(ParsedPage page) {
    List<List<String>> rows = new ArrayList<>();
    for (String heading : List.of("计价", "费用、分享与应付", "节约量保证")) {
      page.sections(heading).forEach(section -> rows.addAll(ParsedPage.rows(section)));
    }
    // a group's heading is one cell; a line without amount has an empty one
    return rows.stream().filter(row -> row.size() > 1 && !fromRight(row, 2).isEmpty()).toList();
  }

  private static String fromRight(List<String> row, int place) {
    return row.get(row.size() - place);
  }

  @Test
  void everyAmountOfALineStandsOnceAndParsesBack() {
    onEveryPage(
        (statement, page) ->
            assertThat(lineRows(page).stream().map(row -> number(fromRight(row, 2))))
                .containsExactlyInAnyOrderElementsOf(
                    amounts(statement, LineRole.PAYABLE, LineRole.MEMO)));
  }

  @Test
  void whatIsMarkedAsOwedIsWhatIsOwed() {
    onEveryPage(
        (statement, page) ->
            assertThat(
                    lineRows(page).stream()
                        .filter(row -> row.get(0).equals("●"))
                        .map(row -> number(fromRight(row, 2))))
                .containsExactlyInAnyOrderElementsOf(amounts(statement, LineRole.PAYABLE)));
  }

  @Test
  void taxedAmountsWithTaxAndTheOthersAddUpToTheNetPayable() {
    onEveryPage(
        (statement, page) -> {
          List<Line> taxed =
              statement.lines().stream().filter(line -> line.tax().isPresent()).toList();
          List<List<String>> rows = new ArrayList<>();
          page.sections("增值税").forEach(section -> rows.addAll(ParsedPage.rows(section)));
          rows.removeIf(row -> row.get(1).isEmpty());
          assertThat(rows).hasSameSizeAs(taxed);
          Totals totals = statement.totals();
          assertThat(sum(rows, 2)).isEqualTo(totals.net());
          assertThat(sum(rows, 3)).isEqualTo(totals.tax());
          assertThat(sum(rows, 4)).isEqualTo(totals.gross());
          assertThat(rows.stream().map(row -> number(row.get(4))))
              .containsExactlyInAnyOrderElementsOf(
                  taxed.stream().flatMap(line -> line.tax().stream()).map(LineTax::gross).toList());
          BigDecimal others =
              statement.lines().stream()
                  .filter(line -> line.role() == LineRole.PAYABLE && line.tax().isEmpty())
                  .flatMap(line -> line.amount().stream())
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          assertThat(sum(rows, 4).add(others)).isEqualByComparingTo(payable(page));
        });
  }

  private static BigDecimal sum(List<List<String>> rows, int column) {
    return rows.stream()
        .map(row -> number(row.get(column)))
        .reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  /** The large figure: the currency, then the amount. */
  private static BigDecimal payable(ParsedPage page) {
    String[] words = page.element("p", "net").getTextContent().strip().split(" ", -1);
    return number(words[words.length - 1]);
  }

  @Test
  void theSummaryShowsTheTotals() {
    onEveryPage(
        (statement, page) -> {
          Totals totals = statement.totals();
          assertThat(payable(page)).isEqualTo(totals.netPayable());
          assertThat(page.element("p", "words").getTextContent()).isEqualTo(totals.words());
          String owing = page.element("p", "direction").getTextContent();
          assertThat(owing)
              .startsWith(
                  totals.netPayable().signum() > 0
                      ? "甲方应付乙方"
                      : totals.netPayable().signum() < 0 ? "乙方应付甲方" : "无应付款");
          Element money = ParsedPage.elements(page.element("section", "summary"), "table").get(0);
          List<List<String>> rows = ParsedPage.rows(money);
          assertThat(amount(rows, "不含税金额")).isEqualTo(totals.net());
          assertThat(amount(rows, "增值税")).isEqualTo(totals.tax());
          assertThat(amount(rows, "含税金额")).isEqualTo(totals.gross());
          assertThat(amount(rows, "应付净额")).isEqualTo(totals.netPayable());
        });
  }

  private static BigDecimal amount(List<List<String>> rows, String label) {
    return number(
        rows.stream().filter(row -> row.get(0).startsWith(label)).findFirst().orElseThrow().get(1));
  }

  @Test
  void debitsEqualCreditsAndParseBack() {
    onEveryPage(
        (statement, page) -> {
          List<List<String>> rows = new ArrayList<>();
          page.sections("会计分录").forEach(section -> rows.addAll(ParsedPage.rows(section)));
          if (rows.isEmpty()) {
            assertThat(statement.postings()).isEmpty();
            return;
          }
          List<BigDecimal> shown =
              rows.subList(0, rows.size() - 1).stream()
                  .map(
                      row ->
                          row.get(2).isEmpty() ? number(row.get(3)).negate() : number(row.get(2)))
                  .toList();
          assertThat(shown)
              .containsExactlyElementsOf(
                  statement.postings().stream().map(Posting::amount).toList());
          List<String> total = rows.get(rows.size() - 1);
          assertThat(number(total.get(2))).isEqualTo(number(total.get(3)));
          assertThat(number(total.get(2)))
              .isEqualByComparingTo(
                  shown.stream()
                      .filter(amount -> amount.signum() > 0)
                      .reduce(BigDecimal.ZERO, BigDecimal::add));
        });
  }

  /** Opening + movements = closing (settlement-methods, property 35), as read from the page. */
  @Test
  void balancesAddUpOnThePage() {
    onEveryPage(
        (statement, page) -> {
          List<BigDecimal> closing = new ArrayList<>();
          BigDecimal running = BigDecimal.ZERO;
          for (Element section : page.sections("结转余额")) {
            for (List<String> row : ParsedPage.rows(section)) {
              if (row.size() > 1 && row.get(0).startsWith("上期结转")) {
                running = number(row.get(2));
              } else if (row.size() > 1 && row.get(0).startsWith("结转下期")) {
                assertThat(number(row.get(2))).isEqualByComparingTo(running);
                closing.add(number(row.get(2)));
              } else if (row.size() > 1) {
                running = running.add(number(row.get(2)));
              }
            }
          }
          assertThat(closing)
              .containsExactlyElementsOf(
                  statement.balances().stream().map(Balance::closing).toList());
        });
  }

  /** Quantities are rounded for reading, HALF_UP at the last digit shown. */
  @Test
  void quantitiesAreThoseOfTheStatement() {
    onEveryPage(
        (statement, page) -> {
          List<String> shown = new ArrayList<>();
          for (Element section : page.sections("基准调整与节约量")) {
            Element table = ParsedPage.elements(section, "table").get(0);
            ParsedPage.rows(table).stream()
                .filter(row -> row.size() > 1)
                .forEach(row -> shown.add(row.get(2)));
          }
          List<Rational> exact =
              statement.lines().stream()
                  .filter(line -> line.amount().isEmpty() && !line.kind().startsWith("GUARANTEE"))
                  .flatMap(line -> line.quantity().stream())
                  .toList();
          assertThat(shown).hasSameSizeAs(exact);
          List<Rational> left = new ArrayList<>(exact);
          for (String text : shown) {
            BigDecimal read = number(text);
            Rational found =
                left.stream()
                    .filter(
                        value ->
                            value.round(read.scale(), RoundingMode.HALF_UP).compareTo(read) == 0)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(text + " is none of " + exact));
            left.remove(found);
          }
        });
  }
}
