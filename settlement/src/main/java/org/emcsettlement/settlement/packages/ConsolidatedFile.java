package org.emcsettlement.settlement.packages;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.Json;

/** Reads {@code consolidated.json}; {@link ConsolidatedStatement#canonical} writes it. */
public final class ConsolidatedFile {

  private ConsolidatedFile() {}

  /**
   * Reads a statement.
   *
   * @param json its JSON text
   * @return the statement
   * @throws RuleException if the text is no consolidated statement, or one that does not add up
   */
  public static ConsolidatedStatement read(String json) {
    try {
      return Json.reader(ConsolidatedStatement.class).readValue(json);
    } catch (JsonProcessingException unfit) {
      if (unfit.getCause() instanceof RuleException rule) {
        throw rule;
      }
      String reason = unfit.getOriginalMessage();
      throw new RuleException("不是汇总结算单：" + reason, "no consolidated statement: " + reason);
    }
  }
}
