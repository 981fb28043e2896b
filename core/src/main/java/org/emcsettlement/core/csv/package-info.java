/** Rows of CSV text with their file and line, strict about shape and encoding. */
@NullMarked
package org.emcsettlement.core.csv;

import org.jspecify.annotations.NullMarked;
