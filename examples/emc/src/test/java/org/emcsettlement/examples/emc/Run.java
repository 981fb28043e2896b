package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What one run of the tool returned and printed.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Run(int code, String out, String err) {

  static Run emc(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int code = Emc.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
    return new Run(code, out.toString(), err.toString());
  }

  String all() {
    return out + err;
  }
}
