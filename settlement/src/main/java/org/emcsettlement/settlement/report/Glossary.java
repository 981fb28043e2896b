package org.emcsettlement.settlement.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;

/** The words for codes that a statement holds without a name of their own. */
final class Glossary {

  private static final Map<String, Bilingual> TITLES =
      Map.of(
          "能源托管费用结算单", new Bilingual("能源托管费用结算单", "Statement of hosting fee for energy"),
          "用水费用托管结算单", new Bilingual("用水费用托管结算单", "Statement of hosting fee for water"),
          "节能效益分享结算单", new Bilingual("节能效益分享结算单", "Statement of shared energy savings"),
          "节能量保证结算单", new Bilingual("节能量保证结算单", "Statement of guaranteed energy savings"),
          "节能服务费结算单", new Bilingual("节能服务费结算单", "Statement of a service fee"),
          "合同节水结算单", new Bilingual("合同节水结算单", "Statement of a water-saving contract"),
          "打包合同合并核算单", new Bilingual("打包合同合并核算单", "Joint statement of a package"));

  /** By name; of a balance that belongs to a clause, by what stands before the clause's id. */
  private static final Map<String, Bilingual> BALANCES =
      Map.ofEntries(
          Map.entry(
              BalanceNames.RETENTION_WITHHELD,
              new Bilingual("累计扣留质保金", "retention withheld so far")),
          Map.entry(BalanceNames.DEFICIT, new Bilingual("结转亏损", "carried deficit")),
          Map.entry(BalanceNames.RETENTION, new Bilingual("质保金", "retention")),
          Map.entry(BalanceNames.ADVANCE, new Bilingual("预付款", "advances")),
          Map.entry(
              BalanceNames.UNRECOVERED_SHORTFALL,
              new Bilingual("未追回的差额补偿", "unrecovered shortfall")),
          Map.entry(
              BalanceNames.UNRECOVERED_SHORTFALL_OF,
              new Bilingual("未追回的差额补偿", "unrecovered shortfall")),
          Map.entry(BalanceNames.CREDIT, new Bilingual("差额结转", "credit carried")),
          Map.entry(BalanceNames.INVOICED, new Bilingual("本合同年已结算额", "invoiced this year")),
          Map.entry(
              BalanceNames.INVOICED_TAX, new Bilingual("本合同年已结算税额", "tax invoiced this year")),
          Map.entry(
              BalanceNames.SCORE_DEDUCTION,
              new Bilingual("本合同年考核扣减", "score deductions this year")),
          Map.entry(
              BalanceNames.SCORE_OPEN, new Bilingual("待评分的挂钩部分", "linked part awaiting its score")),
          Map.entry(
              BalanceNames.DEDUCTIONS, new Bilingual("本合同年逐项扣减", "itemised deductions this year")),
          Map.entry(
              BalanceNames.COMPENSATION_OPEN,
              new Bilingual("待扣回差额补偿", "compensation to be withheld")),
          Map.entry(BalanceNames.COMPENSATED, new Bilingual("累计差额补偿", "compensation so far")),
          Map.entry(
              BalanceNames.PROVISIONAL_COMPENSATION,
              new Bilingual("本合同年暂计差额补偿", "provisional compensation this year")),
          Map.entry(
              BalanceNames.CURABLE_SHORTFALL,
              new Bilingual("可由超额抵补的差额补偿", "compensation that an excess may give back")),
          Map.entry(
              BalanceNames.TERM_EXTENSION,
              new Bilingual("以延长服务期弥补的差额", "shortfall made good by a longer term")),
          Map.entry(
              BalanceNames.GUARANTEE_BOOKED,
              new Bilingual("本合同年保证条款结果", "results of the guarantee this year")),
          Map.entry(
              BalanceNames.INVOICED_CATEGORY, new Bilingual("本合同年已结算额", "invoiced this year")),
          Map.entry(
              BalanceNames.SETTLED_OUTSIDE,
              new Bilingual("本合同年已结算的不计税项目", "settled outside tax this year")),
          Map.entry(
              BalanceNames.OVERPAYMENT, new Bilingual("待抵扣的多付款", "overpayment to be set off")),
          Map.entry(
              BalanceNames.DROPPED_NET,
              new Bilingual("本合同年已免计的负差额", "negative results of this year dropped")),
          Map.entry(
              BalanceNames.FORGOTTEN_LOSS,
              new Bilingual("本合同年已免计亏损", "losses of this year forgotten")),
          Map.entry(BalanceNames.YEAR_SAVINGS, new Bilingual("本合同年核定节能效益", "savings of this year")),
          Map.entry(BalanceNames.HELD_SAVINGS, new Bilingual("暂留节能效益", "savings held back")),
          Map.entry(BalanceNames.SHARED_SAVINGS, new Bilingual("累计已分享效益", "savings shared so far")),
          Map.entry(
              BalanceNames.RECOVERED_INVESTMENT,
              new Bilingual("累计已回收投资", "investment recovered so far")),
          Map.entry(
              BalanceNames.LIMITED, new Bilingual("累计计入限额", "counted against the limit so far")),
          Map.entry(BalanceNames.BANK, new Bilingual("结余储存", "banked")));

  private static final Map<String, String> DRIVERS =
      Map.of(
          "HEADCOUNT", "用能人数",
          "VISITORS", "来访人数",
          "OPERATING_HOURS", "运行时间",
          "FLOOR_AREA", "建筑面积");

  private static final Map<String, Bilingual> SOURCES =
      Map.of(
          "TABLE", new Bilingual("约定量", "agreed"),
          "YEAR_POLICY", new Bilingual("按年度规则", "year policy"),
          "DRIVER_RATIO", new Bilingual("按驱动因子折算", "driver ratio"),
          "FITTED", new Bilingual("回归拟合", "fitted"));

  private static final Map<String, Bilingual> METHODS =
      Map.of(
          "REGRESSION", new Bilingual("回归方差法", "regression variance"),
          "ASHRAE_14", new Bilingual("ASHRAE 14 公式", "ASHRAE 14 formula"));

  private Glossary() {}

  static Bilingual title(String title) {
    return named(TITLES, title);
  }

  /** A balance; where several are called alike, with the clause or category it belongs to. */
  static Content balance(String name, List<Balance> all) {
    int slash = name.indexOf('/');
    int origin = name.indexOf(BalanceNames.ORIGIN);
    if (slash < 0 && origin < 0) {
      return Content.data(named(BALANCES, name));
    }
    String kind = slash < 0 ? name.substring(0, origin) : name.substring(0, slash + 1);
    String rest = name.substring((slash < 0 ? origin : slash) + 1);
    Content label = Content.data(named(BALANCES, kind));
    boolean alone = all.stream().filter(other -> other.name().startsWith(kind)).count() == 1;
    return alone && !kind.equals(BalanceNames.INVOICED_CATEGORY)
        ? label
        : label.then(page -> page.text(" ")).then(Content.code(rest));
  }

  /** A formula whose Chinese text names drivers as contracts do. */
  static Bilingual formula(Bilingual formula) {
    String zh = formula.zh();
    for (Map.Entry<String, String> driver : DRIVERS.entrySet()) {
      zh = zh.replace(driver.getKey(), driver.getValue());
    }
    return new Bilingual(zh, formula.en());
  }

  static Bilingual source(String source) {
    return named(SOURCES, source);
  }

  static Bilingual method(String method) {
    return named(METHODS, method);
  }

  private static Bilingual named(Map<String, Bilingual> names, String code) {
    return Optional.ofNullable(names.get(code)).orElseGet(() -> new Bilingual(code, code));
  }

  static Bilingual series(Series series) {
    return switch (series) {
      case REGULAR -> new Bilingual("定期结算", "regular");
      case ANNUAL -> new Bilingual("年度清算", "annual");
    };
  }

  static Bilingual movement(Movement.Kind kind) {
    return switch (kind) {
      case ADDITION -> new Bilingual("增加", "addition");
      case USE -> new Bilingual("使用", "use");
      case EXPIRY -> new Bilingual("到期", "expiry");
    };
  }

  static Bilingual effect(Effect effect) {
    return switch (effect) {
      case BLOCK -> new Bilingual("不予出具", "blocks");
      case PROVISIONAL -> new Bilingual("暂定", "provisional");
      case NOTE -> new Bilingual("提示", "note");
    };
  }
}
