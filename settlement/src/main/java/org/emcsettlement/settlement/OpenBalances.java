package org.emcsettlement.settlement;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.clause.FinalAccount;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Movement;

/** What the last statement of a contract still leaves between the parties. */
final class OpenBalances {

  private OpenBalances() {}

  static Findings after(
      ResolvedContract resolved,
      StatementPeriod period,
      Carried carried,
      List<StatementRun.Moved> moves) {
    FindingCollector findings = new FindingCollector();
    List<StatementPeriod> periods = resolved.statements().periods();
    if (!period.equals(periods.get(periods.size() - 1))) {
      return findings.findings();
    }
    Map<String, BigDecimal> closing = new LinkedHashMap<>();
    carried.balances().forEach((name, opening) -> closing.put(name, opening.amount()));
    for (StatementRun.Moved moved : moves) {
      BigDecimal amount = moved.move().amount().money().getAmount();
      boolean adds = moved.move().kind() == Movement.Kind.ADDITION;
      closing.merge(moved.move().balance(), adds ? amount : amount.negate(), BigDecimal::add);
    }
    closing.forEach(
        (name, amount) -> {
          if (FinalAccount.isOwed(name) && amount.signum() != 0) {
            findings.add(
                ContractFinding.BALANCE_LEFT,
                Place.NOWHERE.during(period.key()),
                "balance",
                name,
                "amount",
                amount.toPlainString());
          }
        });
    return findings.findings();
  }
}
