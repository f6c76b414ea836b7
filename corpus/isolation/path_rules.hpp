#pragma once

namespace schakel {

/// Restricts this thread, and what it starts, to reading: the file that is open as `file` and the folders of libraries, fonts
/// and their tables (Landlock, Linux 5.13). A kernel without Landlock leaves this to the list of system calls, which allows
/// opening for reading only. Returns 0, or the errno with which the kernel refused. Needs PR_SET_NO_NEW_PRIVS.
int allow_paths_to_read(int file);

}  // namespace schakel
