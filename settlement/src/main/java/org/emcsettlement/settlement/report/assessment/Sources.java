package org.emcsettlement.settlement.report.assessment;

import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.statement.Bilingual;

/** Where a figure was read, and how far that could be checked. */
final class Sources {

  private Sources() {}

  static Content content(String source, Trust trust) {
    Bilingual word =
        switch (trust) {
          case VERIFIED -> new Bilingual("已读来源", "read in the source");
          case SECONDARY -> new Bilingual("转引", "secondary");
          case DERIVED -> new Bilingual("推算", "derived");
          case UNVERIFIED -> new Bilingual("未核对", "unverified");
        };
    return page -> {
      page.open("span", "class", trust == Trust.UNVERIFIED ? "neg" : "");
      page.data(word).close("span").text(" ");
      page.open("span", "class", "remark").data(source).close("span");
    };
  }
}
