/**
 * Paper (打印件). In come headings, sentences and tables; out go PDF files with Chinese type inside,
 * and with the platform's signature on them. Next: whoever prints, first the credit report.
 */
@NullMarked
package org.xinyidai.connectors.print;

import org.jspecify.annotations.NullMarked;
