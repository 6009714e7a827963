/**
 * What people see of the API: its OpenAPI description, a viewer for it, and a first page. In: files
 * of this program and the table of permissions. Out: pages held in memory.
 */
@NullMarked
package org.xinyidai.engine.http.docs;

import org.jspecify.annotations.NullMarked;
