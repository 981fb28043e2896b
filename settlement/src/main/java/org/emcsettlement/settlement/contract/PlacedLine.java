package org.emcsettlement.settlement.contract;

import org.emcsettlement.core.quantity.Commodity;

/**
 * A line with its place in the statement.
 *
 * @param id the line id
 * @param clause the clause that made it
 * @param draft the line
 */
public record PlacedLine(String id, Clause clause, LineDraft draft) {

  /**
   * Gives a line its id.
   *
   * @param clause the clause that made it
   * @param draft the line
   * @return the line under {@code <clause>[.<item>][/<commodity>][/<segment start>]}
   */
  public static PlacedLine of(Clause clause, LineDraft draft) {
    String item = draft.item().isEmpty() ? "" : "." + draft.item();
    String commodity = draft.commodity().map(Commodity::id).map(id -> "/" + id).orElse("");
    String segment = draft.period().map(period -> "/" + period.start()).orElse("");
    return new PlacedLine(clause.id() + item + commodity + segment, clause, draft);
  }
}
