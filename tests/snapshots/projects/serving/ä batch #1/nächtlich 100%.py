import socket
import pickle

server = socket.create_server(("0.0.0.0", 9000))
connection, _ = server.accept()
größe = pickle.loads(connection.recv(4096))  # 𝕏 before the call: two UTF-16 units
名前 = "𝕏", pickle.loads(connection.recv(4096))
