package org.emcsettlement.settlement.report;

import org.emcsettlement.settlement.report.page.Markup;

/** Where people sign and seal. */
final class SignaturePart {

  private SignaturePart() {}

  static void write(Markup page) {
    page.open("div", "class", "signatures");
    block(page, "编制", "prepared", false);
    block(page, "复核", "reviewed", false);
    block(page, "用能单位确认", "institution", true);
    block(page, "节能服务公司确认", "service provider", true);
    block(page, "第三方审核", "third party", true);
    page.close("div");
  }

  private static void block(Markup page, String zh, String en, boolean seal) {
    page.open("div").open("p", "class", "role").both(zh, en).close("p");
    page.open("div", "class", seal ? "space seal" : "space");
    if (seal) {
      page.both("盖章", "seal");
    }
    page.close("div");
    page.open("p", "class", "sign").both("签字", "name").close("p");
    page.open("p", "class", "sign").both("日期", "date").close("p");
    page.close("div");
  }
}
