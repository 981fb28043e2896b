package org.emcsettlement.examples.emc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.savings.LeftOut;
import org.emcsettlement.baseline.savings.Savings;
import org.emcsettlement.baseline.savings.SavingsInterval;
import org.emcsettlement.baseline.savings.SavingsQuantity;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** Savings as a JSON object, quantities as decimal text, and as text for a terminal. */
final class SavingsReport {

  /** The fractional uncertainty at which the least detectable savings are told. */
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final MathContext DIGITS =
      new MathContext(SavingsUncertainty.ROOT_DIGITS, RoundingMode.HALF_UP);

  private SavingsReport() {}

  static ObjectNode json(SavingsStudy study) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("baselinePeriod", study.baselinePeriod().toString());
    report.put("reportingPeriod", study.reportingPeriod().toString());
    ObjectNode models = report.putObject("models");
    for (FrozenBaseline model : study.models()) {
      ObjectNode node = models.putObject(model.id());
      node.put("form", model.form());
      node.put("period", model.period().toString());
      node.put("formulaZh", model.formulaZh());
      node.put("formulaEn", model.formulaEn());
      node.put("digest", model.digest());
      node.set("statistics", ValidateCommand.tree(model.statistics()));
    }
    ArrayNode quantities = report.putArray("savings");
    study.savings().forEach(savings -> fill(quantities.addObject(), savings));
    report.set("findings", ValidateCommand.tree(study.findings()));
    return report;
  }

  private static void fill(ObjectNode node, Savings savings) {
    node.put("quantity", savings.quantity().id());
    node.put("commodity", savings.commodity().id());
    node.put("unit", savings.commodity().unit().symbol());
    node.put("period", savings.period().toString());
    node.put("baselineUse", decimal(savings.baselineUse()));
    node.put("reportingUse", decimal(savings.reportingUse()));
    node.put("savings", decimal(savings.savings()));
    node.put("fraction", text(savings.fraction()));
    node.put("days", savings.days());
    ArrayNode leftOut = node.putArray("leftOut");
    for (LeftOut part : savings.leftOut()) {
      leftOut
          .addObject()
          .put("reason", part.reason().id())
          .put("days", part.days())
          .put("first", part.first().toString())
          .put("last", part.last().toString());
    }
    ArrayNode intervals = node.putArray("intervals");
    for (SavingsInterval interval : savings.intervals()) {
      intervals
          .addObject()
          .put("method", interval.method().id())
          .put("confidence", interval.confidence().toPlainString())
          .put("halfWidth", interval.halfWidth().toPlainString())
          .put("lower", decimal(interval.lower()))
          .put("upper", decimal(interval.upper()))
          .put("fractionalUncertainty", text(interval.fractionalUncertainty()))
          .put("minimumDetectableAtHalf", interval.minimumDetectable(HALF).toPlainString());
    }
  }

  /** The exact decimal; one that does not terminate at 12 significant digits. */
  private static String decimal(Rational number) {
    return number.toDecimal().orElseGet(() -> number.toDecimal(DIGITS)).toPlainString();
  }

  private static @Nullable String text(Optional<BigDecimal> number) {
    return number.map(value -> decimal(Rational.of(value))).orElse(null);
  }

  static void print(String title, SavingsStudy study, PrintWriter out) {
    out.println(title);
    for (FrozenBaseline model : study.models()) {
      boolean baseline = model.period().equals(study.baselinePeriod());
      out.println(
          (baseline ? "  基期模型 baseline model  " : "  报告期模型 reporting model  ")
              + model.form()
              + "  "
              + model.period());
      out.println("    " + model.formulaZh());
      out.println("    " + model.formulaEn());
    }
    study.savings().forEach(savings -> print(savings, out));
    FindingList.print(study.findings(), out);
  }

  private static void print(Savings savings, PrintWriter out) {
    String unit = savings.commodity().unit().symbol();
    out.println(
        "  " + savings.quantity().zh() + " " + savings.quantity().en() + "  " + savings.period());
    line(out, before(savings.quantity()), rounded(savings.baselineUse()), unit);
    line(out, after(savings.quantity()), rounded(savings.reportingUse()), unit);
    String share = savings.fraction().map(SavingsReport::percent).orElse("");
    line(out, "节约量 savings", rounded(savings.savings()), unit + "  " + share);
    for (SavingsInterval interval : savings.intervals()) {
      line(
          out,
          interval.method().zh() + " " + interval.method().en(),
          "± " + rounded(Rational.of(interval.halfWidth())),
          unit
              + "  ("
              + percent(interval.confidence())
              + ": "
              + rounded(interval.lower())
              + " … "
              + rounded(interval.upper())
              + interval.fractionalUncertainty().map(u -> ", U/S " + percent(u)).orElse("")
              + ")");
    }
    line(out, "计入天数 days counted", String.valueOf(savings.days()), "d");
    for (LeftOut part : savings.leftOut()) {
      line(
          out,
          "未计入 left out",
          String.valueOf(part.days()),
          "d  "
              + part.reason().zh()
              + " "
              + part.reason().en()
              + "  "
              + part.first()
              + " … "
              + part.last());
    }
  }

  private static void line(PrintWriter out, String what, String number, String rest) {
    out.printf(Locale.ROOT, "    %18s  %s  %s%n", number, rest, what);
  }

  private static String before(SavingsQuantity quantity) {
    return switch (quantity) {
      case AVOIDED -> "调整后基准 adjusted baseline";
      case BACKCAST -> "基期实际用量 measured use of the baseline period";
      case NORMALISED, CHAINED -> "基期模型在标准年 baseline model in the normal year";
    };
  }

  private static String after(SavingsQuantity quantity) {
    return switch (quantity) {
      case AVOIDED -> "报告期实际用量 measured use";
      case BACKCAST -> "报告期模型在基期 reporting model in the baseline period";
      case NORMALISED, CHAINED -> "报告期模型在标准年 reporting model in the normal year";
    };
  }

  private static String rounded(Rational quantity) {
    return quantity.round(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
  }
}
