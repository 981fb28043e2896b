package org.emcsettlement.settlement.report.fit;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.Estimate;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Notation;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;

/** The coefficients one by one, or by groups where there are too many to be read. */
final class CoefficientTable {

  private static final int DIGITS = 6;
  private static final int ERROR_DIGITS = 4;

  /** Smaller p values say no more. */
  private static final BigDecimal LEAST_PROBABILITY = new BigDecimal("0.001");

  private final List<Estimate> estimates;
  private final boolean hasErrors;
  private final Markup page;

  CoefficientTable(Baseline baseline, Markup page) {
    this.estimates = baseline.estimates();
    this.hasErrors = estimates.stream().anyMatch(term -> term.standardError().isPresent());
    this.page = page;
  }

  void write() {
    boolean grouped = estimates.size() > TermGroup.MOST_LISTED;
    if (grouped) {
      groups();
    } else {
      terms();
    }
    page.open("p", "class", "caveat");
    if (grouped) {
      page.both(
          "共 " + Numbers.count(estimates.size()) + " 个系数，按类汇总；逐项见 fit.json。",
          Numbers.count(estimates.size())
              + " coefficients, summed up by kind; fit.json lists every one. ");
    }
    if (hasErrors) {
      page.both(
          "标准误、t、p 以模型形式与变点为条件。",
          "Standard errors, t and p are conditional on form and change points.");
    } else {
      page.both("该方法不给出系数的标准误。", "The method gives no standard errors of coefficients.");
    }
    page.close("p");
  }

  private void terms() {
    Table table =
        new Table()
            .text("回归量", "regressor", hasErrors ? 38 : 60)
            .number("估计值", "estimate")
            .unit("单位", "unit");
    if (hasErrors) {
      table.number("标准误", "s.e.").number("t", "").number("p", "");
    }
    for (Estimate estimate : estimates) {
      Content regressor =
          Content.data(new Bilingual(estimate.regressor().zh(), estimate.regressor().en()))
              .then(m -> m.text(" "))
              .then(Content.code(estimate.regressor().text()));
      Content value = number(estimate.value(), DIGITS);
      Content unit = Content.data(Notation.unit(estimate.unit()));
      if (hasErrors) {
        table.row(
            regressor,
            value,
            unit,
            number(estimate.standardError().orElse(Double.NaN), ERROR_DIGITS),
            number(estimate.t().map(BigDecimal::doubleValue).orElse(Double.NaN), 3),
            estimate.p().map(CoefficientTable::probability).orElse(Content.text("–")));
      } else {
        table.row(regressor, value, unit);
      }
    }
    table.write(page);
  }

  private void groups() {
    Table table =
        new Table()
            .text("项的类别", "kind of term", hasErrors ? 44 : 50)
            .number("项数", "terms")
            .number("最小系数", "least")
            .number("最大系数", "greatest")
            .unit("单位", "unit");
    if (hasErrors) {
      table.number("|t| ≥ 2", "");
    }
    for (TermGroup group : TermGroup.of(estimates)) {
      Content kind =
          Content.data(group.name()).then(m -> m.text(" ")).then(Content.code(group.pattern()));
      Content size = Content.text(Numbers.count(group.size()));
      Content least = number(group.least(), ERROR_DIGITS);
      Content greatest = number(group.greatest(), ERROR_DIGITS);
      Content unit = Content.data(Notation.unit(group.unit()));
      if (hasErrors) {
        Content notable = Content.text(Numbers.count(group.notable()));
        table.row(kind, size, least, greatest, unit, notable);
      } else {
        table.row(kind, size, least, greatest, unit);
      }
    }
    table.write(page);
  }

  private static Content number(double value, int digits) {
    return Content.text(Numbers.significant(value, digits));
  }

  private static Content probability(BigDecimal p) {
    return p.compareTo(LEAST_PROBABILITY) < 0
        ? Content.text("< " + LEAST_PROBABILITY.toPlainString())
        : number(p.doubleValue(), 2);
  }
}
