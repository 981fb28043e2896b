package org.emcsettlement.settlement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.trail.PostedAmount;

/** The lines of a {@link Guarantee}. */
final class GuaranteeLines {

  /** The guarantee of the days of the statement. */
  static final LineKind AGREED = LineKind.of("GUARANTEE", "保证量", "guarantee", Account.COMPENSATION);

  /** The verified quantity. */
  static final LineKind VERIFIED =
      LineKind.of(
          "GUARANTEE_VERIFIED", "核定量", "verified against the guarantee", Account.COMPENSATION);

  /** The guarantee so far. */
  static final LineKind AGREED_TO_DATE =
      LineKind.of("GUARANTEE_TO_DATE", "累计保证量", "guarantee to date", Account.COMPENSATION);

  /** The verified quantity so far. */
  static final LineKind VERIFIED_TO_DATE =
      LineKind.of("GUARANTEE_VERIFIED_TO_DATE", "累计核定量", "verified to date", Account.COMPENSATION);

  /** The shortfall. */
  static final LineKind MISSED =
      LineKind.of("SHORTFALL", "未达标量", "shortfall", Account.COMPENSATION);

  /** The compensation. */
  static final LineKind COMPENSATION =
      LineKind.of("COMPENSATION", "差额补偿", "compensation", Account.COMPENSATION);

  /** Compensation booked inside the year, and its return when the year is settled. */
  static final LineKind PROVISIONAL =
      LineKind.of(
          "PROVISIONAL_COMPENSATION", "暂计差额补偿", "provisional compensation", Account.COMPENSATION);

  /** Compensation withheld from a payment. */
  static final LineKind WITHHELD =
      LineKind.of(
          "COMPENSATION_WITHHELD", "自付款中扣回差额补偿", "compensation withheld", Account.COMPENSATION);

  /** What the cap left open and a longer term makes good. */
  static final LineKind TERM_EXTENSION =
      LineKind.of("TERM_EXTENSION", "以延长服务期弥补", "made good by a longer term", Account.COMPENSATION);

  /** The excess. */
  static final LineKind EXCESS = LineKind.of("EXCESS", "超额量", "excess", Account.SAVINGS_SHARE);

  /** Compensation of an earlier year that an excess gives back. */
  static final LineKind CURED =
      LineKind.of("SHORTFALL_CURED", "超额抵补以前年度差额", "earlier shortfall cured", Account.COMPENSATION);

  /** The service provider's part of the excess. */
  static final LineKind EXCESS_SHARE =
      LineKind.of("EXCESS_SHARE", "超额分享", "share of the excess", Account.SAVINGS_SHARE);

  /** Recovery of compensation that the cap had left open. */
  static final LineKind RECOVERED =
      LineKind.of(
          "SHORTFALL_RECOVERED", "追回以前未补偿额", "carried shortfall recovered", Account.COMPENSATION);

  /** In an annual statement, what the regular ones of its year have booked. */
  static final LineKind TAKEN_OVER =
      LineKind.of(
          "GUARANTEE_TAKEN_OVER",
          "各期保证条款结果合计",
          "results of the guarantee in the year's statements",
          Account.COMPENSATION);

  private GuaranteeLines() {}

  /** What of a shortfall counts, where that is not all of it. */
  static Optional<Bilingual> shortfall(Guarantee terms, Optional<PostedAmount> cap) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    if (terms.shortfall() == Guarantee.Shortfall.BEYOND_BAND && terms.tolerance().signum() != 0) {
      String percent = terms.tolerance().movePointRight(2).stripTrailingZeros().toPlainString();
      zh.add("超出允许偏差 " + percent + " % 的部分");
      en.add("the part beyond the tolerance of " + percent + " %");
    }
    cap.map(PostedAmount::money)
        .ifPresent(
            amount -> {
              zh.add("补偿以上限 " + amount.getAmount().toPlainString() + " 为限");
              en.add("compensation is capped at " + amount.getAmount().toPlainString());
            });
    return zh.isEmpty()
        ? Optional.empty()
        : Optional.of(new Bilingual(String.join("；", zh), String.join("; ", en)));
  }
}
