package org.emcsettlement.settlement.statement;

/**
 * What a line is.
 *
 * @param code the stable name
 * @param label the name for readers
 * @param account where the line is posted, if it is payable
 */
public record LineKind(String code, Bilingual label, Account account) {

  /**
   * A kind of line.
   *
   * @param code the stable name
   * @param zh its Chinese name
   * @param en its English name
   * @param account where it is posted, if payable
   * @return the kind
   */
  public static LineKind of(String code, String zh, String en, Account account) {
    return new LineKind(code, new Bilingual(zh, en), account);
  }
}
