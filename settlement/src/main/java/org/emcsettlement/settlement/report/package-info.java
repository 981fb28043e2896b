/** Renders a statement: a page in Chinese and English with charts, and rows for spreadsheets. */
@NullMarked
package org.emcsettlement.settlement.report;

import org.jspecify.annotations.NullMarked;
