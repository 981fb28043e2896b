package org.emcsettlement.settlement.report;

import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.MeterReading;
import org.emcsettlement.settlement.statement.Statement;

/** What the meters counted, and how good the readings are. */
final class MeterSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("计量", "meters");
  }

  @Override
  public boolean applies(Statement statement) {
    return !statement.meters().isEmpty();
  }

  @Override
  public void write(Statement statement, Markup page) {
    Table table =
        new Table()
            .text("计量表", "meter", 15)
            .text("品种", "commodity", 12)
            .text("类型", "kind", 12)
            .text("覆盖日期", "covered", 21)
            .number("倍率", "factor")
            .mark("计入", "sign")
            .number("用量", "quantity")
            .text("质量", "quality", 14);
    for (MeterReading meter : statement.meters()) {
      table.row(
          Content.code(meter.meter()),
          Content.commodity(meter.commodity()),
          kind(meter.kind()),
          Content.days(meter.coverage()),
          Content.text(Numbers.grouped(meter.multiplier())),
          sign(meter.sign()),
          Content.quantity(meter.quantity())
              .then(
                  cell ->
                      cell.text(" ")
                          .element(
                              "span",
                              Glossary.unit(meter.commodity().unit().symbol()),
                              "class",
                              "unit")),
          quality(meter));
    }
    table.write(page);
  }

  private static Content kind(String kind) {
    return switch (kind) {
      case "INTERVAL" -> Content.both("区间", "interval");
      case "REGISTER" -> Content.both("表底", "register");
      default -> Content.data(kind);
    };
  }

  private static Content sign(int sign) {
    return switch (sign) {
      case 1 -> Content.text("+");
      case -1 -> Content.text("−");
      default -> Content.both("仅供参考", "informative");
    };
  }

  private static Content quality(MeterReading meter) {
    int estimated = meter.estimated();
    Content readings =
        estimated == 0
            ? Content.both("实测 " + meter.readings(), "actual")
            : Content.both(
                "估计 " + estimated + " / " + meter.readings(), "estimated of all readings");
    return meter.daysLeftOut() == 0
        ? readings
        : readings.then(Content.both("；" + meter.daysLeftOut() + " 天未计入", "days left out"));
  }
}
