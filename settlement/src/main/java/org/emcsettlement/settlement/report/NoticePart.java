package org.emcsettlement.settlement.report;

import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.statement.MeterReading;
import org.emcsettlement.settlement.statement.RunType;
import org.emcsettlement.settlement.statement.Statement;

/**
 * What a reader of the first page must not miss: why it is provisional, estimates, missing days.
 */
final class NoticePart {

  private final Statement statement;
  private final Markup page;

  NoticePart(Statement statement, Markup page) {
    this.statement = statement;
    this.page = page;
  }

  void write() {
    List<Content> notices = new ArrayList<>();
    for (Finding finding : statement.findings()) {
      if (finding.effect() != Effect.NOTE) {
        notices.add(FindingSection.text(finding));
      }
    }
    for (MeterReading meter : statement.meters()) {
      quality(meter, notices);
    }
    boolean provisional = statement.key().runType() == RunType.PROVISIONAL;
    if (notices.isEmpty() && !provisional) {
      return;
    }
    page.open("div", "class", "notice").open("p", "class", "notice-head");
    if (provisional) {
      page.both(
          "预结算：部分事实尚未确定，金额可能变动", "provisional: some facts are not settled, amounts may change");
    } else {
      page.both("数据状况", "state of the data");
    }
    page.close("p");
    if (!notices.isEmpty()) {
      page.open("ul");
      for (Content notice : notices) {
        page.open("li");
        notice.write(page);
        page.close("li");
      }
      page.close("ul");
    }
    page.close("div");
  }

  private static void quality(MeterReading meter, List<Content> notices) {
    if (meter.estimated() > 0) {
      notices.add(
          Content.both("计量表", "meter")
              .then(page -> page.text(" "))
              .then(Content.code(meter.meter()))
              .then(
                  Content.both(
                      "：" + meter.estimated() + " / " + meter.readings() + " 个读数为估计值",
                      meter.estimated() + " of " + meter.readings() + " readings are estimates")));
    }
    if (meter.daysLeftOut() > 0) {
      notices.add(
          Content.both("计量表", "meter")
              .then(page -> page.text(" "))
              .then(Content.code(meter.meter()))
              .then(
                  Content.both(
                      "：" + meter.daysLeftOut() + " 天未计入",
                      meter.daysLeftOut() + " days do not count")));
    }
  }
}
