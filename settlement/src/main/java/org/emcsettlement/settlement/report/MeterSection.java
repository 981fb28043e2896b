package org.emcsettlement.settlement.report;

import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
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
            .text("计量表", "meter", 13)
            .text("品种", "commodity", 12)
            .text("类型", "kind", 12)
            .text("覆盖日期", "covered", 20)
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
          Content.quantity(meter.quantity()).then(Content.unit(meter.commodity().unit().symbol())),
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
    Content readings = readings(meter.readings(), meter.estimated());
    return meter.daysLeftOut() == 0
        ? readings
        : readings.then(Content.both("；" + meter.daysLeftOut() + " 天未计入", "days left out"));
  }

  private static Content readings(int readings, int estimated) {
    if (readings == 0) {
      return Content.both("按天拆分", "part of a longer reading");
    }
    return estimated == 0
        ? Content.both("实测 " + readings, "actual")
        : Content.both("估计 " + estimated + " / " + readings, "estimated of all readings");
  }
}
