package org.emcsettlement.settlement.clause;

import java.util.List;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.pricing.BillingPart;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.tariff.Bill;

/** The lines of a utility bill as a statement shows them. */
enum BillLines {
  /** The bill of the adjusted baseline. */
  BASELINE("baseline", "BASELINE_BILL", "基准账单", "baseline bill"),
  /** The bill of the actual use. */
  ACTUAL("actual", "ACTUAL_BILL", "实际账单", "actual bill");

  private final String item;
  private final String code;
  private final String zh;
  private final String en;

  BillLines(String item, String code, String zh, String en) {
    this.item = item;
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  /** One line for every line of a bill, in its order. */
  List<LineDraft> of(Commodity commodity, BillingPart part, Bill bill) {
    return bill.lines().stream().map(line -> of(commodity, part, line)).toList();
  }

  private LineDraft of(Commodity commodity, BillingPart part, Bill.Line line) {
    Bilingual named = new Bilingual(zh + "：" + line.label().zh(), en + ": " + line.label().en());
    LineDraft.Builder draft =
        LineDraft.builder()
            .item(item + "-" + line.item())
            .kind(new LineKind(code, named, Account.RECEIVABLE))
            .commodity(commodity)
            .period(part.period())
            .quantity(line.quantity())
            .unitPrice(line.unitPrice())
            .amount(line.amount());
    line.exact().ifPresent(draft::exact);
    return draft.build();
  }
}
