package org.emcsettlement.settlement;

import java.util.Set;
import java.util.stream.Collectors;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;

/** The title of a statement by what the contract settles. */
final class StatementTitle {

  private StatementTitle() {}

  static String of(Contract contract) {
    Set<String> kinds = contract.clauses().stream().map(Clause::kind).collect(Collectors.toSet());
    boolean water = contract.commodities().stream().allMatch(terms -> terms.id().isWater());
    if (kinds.contains("hosting-fee")) {
      return water ? "用水费用托管结算单" : "能源托管费用结算单";
    }
    if (water) {
      return "合同节水结算单";
    }
    if (kinds.contains("service-fee") && !kinds.contains("guarantee")) {
      return "节能服务费结算单";
    }
    return kinds.contains("shared-savings") ? "节能效益分享结算单" : "节能量保证结算单";
  }
}
