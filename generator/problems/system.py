"""Why the system refused something, in Chinese: its own words are English on many machines."""

from __future__ import annotations

import errno

_WORDS = {
    errno.ENOENT: "不存在",
    errno.ENOTDIR: "不是文件夹",
    errno.EISDIR: "是文件夹，不是文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出磁盘配额",
    errno.EIO: "磁盘读写出错",
    errno.ELOOP: "符号链接绕成了圈",
    errno.ENAMETOOLONG: "名称太长",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EEXIST: "已经存在",
    errno.EBUSY: "正被别的程序使用",
    errno.ECHILD: "一个工作进程被系统结束，多半是内存不够",
}


def refusal(error: OSError) -> str:
    """Why, in a few words: 没有权限. A reason without words here is told by its number."""
    return _WORDS.get(error.errno or 0, f"系统错误 {error.errno}")
