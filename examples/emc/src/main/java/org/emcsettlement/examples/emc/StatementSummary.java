package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Set;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Interval;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.Statement;

/** The gist of a statement for a terminal. */
final class StatementSummary {

  private static final String AMOUNT = "#,##0.00";
  private static final String QUANTITY = "#,##0.00";

  private static final Set<String> SAVINGS = Set.of("AVOIDED", "VERIFIED_SAVINGS");

  private final Statement statement;
  private final PrintWriter out;

  StatementSummary(Statement statement, PrintWriter out) {
    this.statement = statement;
    this.out = out;
  }

  void print(Path target) {
    out.println();
    out.println(statement.title() + "  " + statement.contractName());
    out.printf(
        Locale.ROOT,
        "%s  %s  合同年 contract year %d  %s  %s%n",
        statement.key().period(),
        statement.servicePeriod(),
        statement.contractYear(),
        statement.key().runType(),
        statement.issued().map(date -> "开具 issued " + date).orElse("草稿 DRAFT"));
    out.println("甲方 institution        " + statement.institution().name());
    out.println("乙方 service provider   " + statement.serviceProvider().name());
    out.println();
    statement.lines().stream().filter(this::isShown).forEach(this::line);
    out.println("  " + "-".repeat(76));
    total("不含税 net of tax", amount(statement.totals().net()));
    total("税额 tax", amount(statement.totals().tax()));
    total("税外项目 outside tax", amount(statement.totals().outsideTax()));
    total("应付净额 net payable", amount(statement.totals().netPayable()));
    out.println("  " + statement.totals().words());
    findings();
    out.println();
    out.println("结算单 statement  sha256 " + statement.digest());
    out.println("已写入 written to " + target);
  }

  /** What is owed, and what was saved. */
  private boolean isShown(Line line) {
    return line.role() == LineRole.PAYABLE || SAVINGS.contains(line.kind());
  }

  private void line(Line line) {
    String period = line.period().equals(statement.servicePeriod()) ? "" : "  " + line.period();
    out.println(
        "  " + line.label().zh() + " " + line.label().en() + period + "  [" + line.id() + "]");
    line.quantity()
        .ifPresent(quantity -> total("", quantity(quantity) + " " + line.unit().orElse("")));
    for (Interval interval : line.intervals()) {
      total(
          "",
          interval.method()
              + " "
              + interval.confidence().movePointRight(2).stripTrailingZeros().toPlainString()
              + " %: "
              + quantity(interval.lower())
              + " … "
              + quantity(interval.upper()));
    }
    line.amount().ifPresent(amount -> total("", amount(amount) + " " + statement.currency()));
  }

  private void total(String label, String value) {
    int width = label.codePoints().map(point -> point > 0x2E80 ? 2 : 1).sum();
    out.println("  " + label + " ".repeat(Math.max(1, 76 - width - value.length())) + value);
  }

  private void findings() {
    if (!statement.findings().isEmpty()) {
      out.println();
      out.println("  " + statement.findings().list().size() + " 项发现 findings");
      FindingList.print(statement.findings(), out);
    }
  }

  private static String amount(BigDecimal amount) {
    return format(AMOUNT).format(amount);
  }

  private static String quantity(Rational quantity) {
    return format(QUANTITY).format(quantity.round(2, RoundingMode.HALF_UP));
  }

  private static DecimalFormat format(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
